import fc from 'fast-check';
import { instantOf } from '../../../domain/base/clock';
import type { Picture } from '../../../src/ui/drawing/picture';
import { posterFacts } from '../../../src/packages/staff/poster/facts';
import { posterLayout } from '../../../src/packages/staff/poster/layout';
import { emsOf, linesOf } from '../../../src/packages/staff/poster/text';
import { batch, guqin, section, STROKE, tea } from '../sample';

const many = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    section({ sectionId: `s${i}`, course: `第${Math.floor(i / 2)}门课`, name: i % 2 ? '二班' : '一班', place: '' }),
  );
const factsOf = (of: typeof batch, sections: (typeof tea)[], now = STROKE - 1) => posterFacts(of, sections, now);
const wordsOf = ({ strokes }: Picture) => strokes.flatMap(one => (one.draw === 'text' ? [one.text] : []));

/** Nothing lies outside, no two texts on each other, nothing below the code. */
function expectSound(picture: Picture): void {
  const { width, height, strokes } = picture;
  const texts = strokes.flatMap(one => {
    if (one.draw !== 'text') return [];
    const wide = emsOf(one.text) * one.size;
    const left = one.align === 'right' ? one.x - wide : one.align === 'center' ? one.x - wide / 2 : one.x;
    return [
      { text: one.text, left, right: left + wide, top: one.y - one.size * 0.88, bottom: one.y + one.size * 0.12 },
    ];
  });
  for (const one of texts) {
    expect(one.left).toBeGreaterThanOrEqual(0);
    expect(one.right).toBeLessThanOrEqual(width);
    expect(one.top).toBeGreaterThanOrEqual(0);
    expect(one.bottom).toBeLessThanOrEqual(height);
  }
  for (const [i, one] of texts.entries())
    for (const other of texts.slice(i + 1)) {
      const apart =
        one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
      expect(apart ? '' : `${one.text} × ${other.text}`).toBe('');
    }
  for (const one of strokes)
    if (one.draw !== 'text') {
      expect(one.x).toBeGreaterThanOrEqual(0);
      expect(one.x + one.width).toBeLessThanOrEqual(width);
      expect(one.y + one.height).toBeLessThanOrEqual(height);
    }
  expect(strokes.filter(one => one.draw === 'image')).toHaveLength(1);
}

const TITLE_40 = '永川区总工会二零二七年秋季职工惠工课堂公益培训班第一期（新业态劳动者专场）报名';

test.each([
  ['the usual', batch, [tea, guqin]],
  ['a title of 40 characters', { ...batch, title: TITLE_40 }, [tea, guqin]],
  ['one section', batch, [tea]],
  ['75 sections', batch, many(75)],
  ['no place', batch, [section({ sectionId: 'x', place: '' })]],
  ['no section left', batch, [section({ sectionId: 'x', cancelledAt: 1 })]],
  [
    'a long place',
    batch,
    [section({ sectionId: 'x', place: '永川区人民大道191号职工服务中心培训楼四楼大排练厅（东门进）' }), guqin],
  ],
  ['a long course', batch, [section({ sectionId: 'x', course: '手机摄影与短视频剪辑入门（新就业形态劳动者专班）' })]],
  [
    'everybody named',
    {
      ...batch,
      audience: {
        unionMembersOnly: true,
        employers: ['区人民医院', '区公交公司'],
        districts: ['中山路街道', '胜利路街道'],
      },
    },
    [tea],
  ],
])('%s: all is on the paper, nothing on each other', (_, of, sections) => {
  const picture = posterLayout(factsOf(of, sections));

  expect(picture.width).toBe(1080);
  expect(picture.height).toBeGreaterThanOrEqual(1440);
  expectSound(picture);
});

test('the title is there whole, however long', () => {
  const words = wordsOf(posterLayout(factsOf({ ...batch, title: TITLE_40 }, [tea])));

  expect(words.join('')).toContain(TITLE_40);
});

test('when it opens is the biggest thing on it', () => {
  const { strokes } = posterLayout(factsOf(batch, [tea, guqin]));
  const texts = strokes.flatMap(one => (one.draw === 'text' ? [one] : []));
  const biggest = texts.reduce((a, b) => (a.size >= b.size ? a : b));

  expect(biggest.text).toBe('20:00');
  expect(texts.map(one => one.text)).toEqual(expect.arrayContaining(['开放报名', '2月1日 周一']));
});

test('once it is open the poster says until when', () => {
  const words = wordsOf(posterLayout(factsOf(batch, [tea], STROKE)));

  expect(words).toEqual(expect.arrayContaining(['报名截止', '2月8日 周一', '20:00']));
});

test('the house that all share stands once, rooms stand beside their course', () => {
  const facts = factsOf(batch, [tea, guqin]);

  expect(facts.place).toBe('培训楼');
  expect(facts.courses.map(one => one.place)).toEqual(['205茶艺室', '402古琴室']);
  expect(factsOf(batch, [tea]).place).toBe('培训楼205茶艺室');
  expect(factsOf(batch, [tea, section({ sectionId: 'x', course: '书法', place: '文化馆' })]).place).toBe('');
});

test('classes of one course stand together; of too many courses the rest is counted', () => {
  const words = wordsOf(posterLayout(factsOf(batch, many(75))));

  expect(words.filter(text => text.endsWith('门课'))).toHaveLength(23);
  expect(words).toContain('还有 15 门课，扫码看全部');
  expect(words.join()).toContain('75 个班');
});

test('a class that was called off is not on it, nor in the sums', () => {
  const words = wordsOf(posterLayout(factsOf(batch, [tea, { ...guqin, cancelledAt: 1 }]))).join();

  expect(words).not.toContain('古琴');
  expect(words).toContain('1 个班');
});

test('lines hold every letter in order, none is too wide, and none begins with a comma', () => {
  const text = fc.string({ unit: fc.constantFrom(...'职工惠课堂，。（）2026ABab :-19:00'), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.integer({ min: 4, max: 30 }), (words, ems) => {
      const lines = linesOf(words, ems);

      expect(lines.join('').replace(/\s/g, '')).toBe(words.replace(/\s/g, ''));
      for (const [i, line] of lines.entries()) {
        if (i > 0) expect(line).not.toMatch(/^[，。）]/);
        // A closing mark may hang over the edge.
        expect(emsOf(line.replace(/[，。）:]+$/, ''))).toBeLessThanOrEqual(ems);
      }
    }),
    // A blank that is over the edge, and a full stop after it.
    { examples: [['职职职职 。', 4]] },
  );
});

test('an end at midnight is the last of the day before, and another year is named: on the page, and not over its edge', () => {
  const ends = { ...batch, closesAt: instantOf('2028-01-02', '00:00')! };

  expect(factsOf(ends, [tea], STROKE).moment).toEqual({
    label: '报名截止',
    day: '2028年1月1日 周六',
    time: '24:00',
  });
  expectSound(posterLayout(factsOf(ends, [tea], STROKE)));
});
