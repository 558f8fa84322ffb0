import fc from 'fast-check';
import { addressOf, groupOf, isTab, samePage } from '../../../../domain/link/routes';
import { MOST_PAGES, wayTo, type Way } from '../../../../src/app/way/way-to';

const HOME = addressOf('home', {});
const id = fc.constantFrom('1', '2', '3');
const address = fc.oneof(
  id.map(batchId => addressOf('batch', { batchId })),
  fc.tuple(id, id).map(([batchId, sectionId]) => addressOf('section', { batchId, sectionId })),
  fc.tuple(id, id).map(([batchId, sectionId]) => addressOf('answer', { batchId, sectionId })),
  id.map(sectionId => addressOf('myClass', { sectionId })),
  fc.tuple(id, id).map(([sectionId, lessonIndex]) => addressOf('roll', { sectionId, lessonIndex })),
  fc.tuple(id, id).map(([sectionId, lessonIndex]) => addressOf('code', { sectionId, lessonIndex })),
  fc.constantFrom(HOME, addressOf('mine', {}), addressOf('profile', {}), addressOf('absences', {})),
);

/** What WeChat makes of it; it throws where WeChat would refuse. */
function gone(stack: string[], way: Way): string[] {
  switch (way.by) {
    case 'stay':
      return stack;
    case 'tab':
      return [way.url];
    case 'back':
      return stack.slice(0, -way.pages);
    case 'replace':
      return [...stack.slice(0, -1), way.url];
    case 'push':
      if (stack.length >= 10) throw new Error('navigateTo:fail webview count limit exceed');
      return [...stack, way.url];
  }
}

test('whatever is tapped in whatever order, WeChat never refuses, and the page that was asked for is seen', () => {
  fc.assert(
    fc.property(fc.array(address, { maxLength: 60 }), taps => {
      let stack = [HOME];
      for (const tap of taps) {
        stack = gone(stack, wayTo(stack, tap));
        expect(samePage(stack[stack.length - 1] ?? '', tap)).toBe(true);
        expect(stack.length).toBeLessThanOrEqual(MOST_PAGES);
      }
    }),
  );
});

test('no page lies there twice, and below the limit no two of a group on each other', () => {
  fc.assert(
    fc.property(fc.array(address, { maxLength: 60 }), taps => {
      const stack = taps.reduce((all, tap) => gone(all, wayTo(all, tap)), [HOME]);

      stack.forEach((page, index) => {
        expect(stack.findIndex(one => samePage(one, page))).toBe(index);
        const below = stack[index - 1];
        // The tenth page takes whatever comes: there the group below may be the same.
        const mayTouch = index === MOST_PAGES - 1;
        if (below !== undefined && groupOf(page) && !mayTouch) expect(groupOf(below)).not.toBe(groupOf(page));
        if (index > 0) expect(isTab(page)).toBe(false);
      });
    }),
    {
      examples: [
        [
          [
            addressOf('section', { batchId: '1', sectionId: '1' }),
            addressOf('code', { sectionId: '1', lessonIndex: '1' }),
            addressOf('myClass', { sectionId: '1' }),
            addressOf('profile', {}),
            addressOf('batch', { batchId: '1' }),
            addressOf('roll', { sectionId: '1', lessonIndex: '1' }),
            addressOf('section', { batchId: '1', sectionId: '2' }),
            addressOf('code', { sectionId: '2', lessonIndex: '1' }),
            addressOf('myClass', { sectionId: '3' }),
            addressOf('roll', { sectionId: '1', lessonIndex: '2' }),
          ],
        ],
      ],
    },
  );
});

test('pushing each page would be refused: the case that the rule is for', () => {
  const taps = Array.from({ length: 10 }, (_, n) => addressOf('myClass', { sectionId: String(n) }));

  expect(() => taps.reduce((all, url) => gone(all, { by: 'push', url }), [HOME])).toThrow('limit');
  expect(taps.reduce((all, url) => gone(all, wayTo(all, url)), [HOME])).toHaveLength(10);
});

test('the receipt of a class takes its place: Back leads to the list', () => {
  const list = addressOf('batch', { batchId: '1' });
  const section = addressOf('section', { batchId: '1', sectionId: '2' });
  const answer = addressOf('answer', { batchId: '1', sectionId: '2' });

  expect(wayTo([HOME, list, section], answer)).toEqual({ by: 'replace', url: answer });
  expect(wayTo([HOME, list, answer], section)).toEqual({ by: 'replace', url: section });
  expect(wayTo([HOME, list, answer], list)).toEqual({ by: 'back', pages: 1 });
});
