import fc from 'fast-check';
import { tagOf, tokenOf } from '../../../server/link/link-token';
import { PAGE_OF, type LinkTarget } from '../../../domain/link/link';
import { MAIN, pagesUnder } from '../../../domain/link/routes';
import { readScene, sceneText } from '../../../domain/link/scene';

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
const lessonIndex = fc.integer({ min: 0, max: 500 });
const target: fc.Arbitrary<LinkTarget> = fc.oneof(
  fc.record({ to: fc.constant('batch' as const), batchId: id }),
  fc.record({ to: fc.constant('section' as const), batchId: id, sectionId: id }),
  fc.record({ to: fc.constant('lesson' as const), batchId: id, sectionId: id, lessonIndex }),
);
/** As WeChat documents it, without % & and =. */
const CHARSET = /^[0-9a-zA-Z!#$'()*+,/:;?@\-._~]+$/;

test('a scene of any target in any environment fits, is made of allowed characters, and is read back', () => {
  fc.assert(
    fc.property(target, fc.string({ maxLength: 80 }), (one, environment) => {
      const scene = { tag: tagOf(environment), token: tokenOf(one) };
      const text = sceneText(scene);

      expect(text.length).toBeLessThanOrEqual(32);
      expect(text).toMatch(CHARSET);
      expect(decodeURIComponent(encodeURIComponent(text))).toBe(text);
      expect(readScene(text)).toEqual(scene);
    }),
  );
});

test('the same target has the same token, and another target another one', () => {
  const facts = (one: LinkTarget) =>
    one.to === 'batch'
      ? `b ${one.batchId}`
      : one.to === 'section'
        ? `s ${one.sectionId}`
        : `l ${one.sectionId} ${one.lessonIndex}`;
  fc.assert(
    fc.property(target, target, (one, other) => {
      expect(tokenOf({ ...one })).toBe(tokenOf(one));
      expect(tokenOf(one) === tokenOf(other)).toBe(facts(one) === facts(other));
    }),
  );
  // What would meet if the parts were only put behind each other.
  const lesson = (sectionId: string, index: number): LinkTarget => ({
    to: 'lesson',
    batchId: 'b',
    sectionId,
    lessonIndex: index,
  });
  expect(tokenOf(lesson('b-1', 12))).not.toBe(tokenOf(lesson('b-11', 2)));
});

test('two environments are told apart', () => {
  expect(tagOf('union-4gxk2')).not.toBe(tagOf('union-test-7c1'));
});

test('what is no scene is none, and reading it breaks nothing', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 64 }), text => {
      expect(readScene(text)).toBe(null);
    }),
  );
  expect(readScene('hg.abcdef.0123456789abcdefghi')).toBe(null);
  expect(readScene('hg.abcdef.0123456789abcdefghijk')).toBe(null);
  expect(readScene('hg.abcd.f.0123456789abcdefghij')).toBe(null);
});

test('every page that a code opens is in the main package, or alone in one of its own', () => {
  for (const page of Object.values(PAGE_OF)) {
    const root = page.replace(/\/[^/]+$/, '');
    expect(MAIN.includes(page) || pagesUnder(root).join() === 'index').toBe(true);
  }
});

test('blanks around a scene make no difference', () => {
  const scene = { tag: 'abcdef', token: 'x'.repeat(20) };

  expect(readScene(` ${sceneText(scene)}\n`)).toEqual(scene);
});
