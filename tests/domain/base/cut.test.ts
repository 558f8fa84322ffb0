import * as fc from 'fast-check';
import { cut, shortened } from '../../../domain/base/cut';

const FAMILY = '👨\u200d👩\u200d👧';

test.each([
  ['2027 春季', 4, '2027'],
  ['春季第一期', 5, '春季第一期'],
  ['茶艺🍵', 3, '茶艺'],
  [`亲子${FAMILY}班`, 9, '亲子'],
  [`亲子${FAMILY}班`, 10, `亲子${FAMILY}`],
  ['👍🏽', 3, ''],
  ['e\u0301e\u0301', 3, 'e\u0301'],
])('%j in %i is %j', (text, most, kept) => {
  expect(cut(text, most)).toBe(kept);
});

test('what is as long as it may be is not shortened, and one more is', () => {
  expect([shortened('春季第一', 4), shortened('春季第一期', 4)]).toEqual(['春季第一', '春季第…']);
});

test('what is cut is a beginning, whole in every character, and not longer than it may be', () => {
  const graphemes = (text: string) => Array.from(new Intl.Segmenter('zh').segment(text), one => one.segment);
  const text = fc
    .array(fc.oneof(fc.string({ unit: 'grapheme-composite', maxLength: 2 }), fc.constantFrom(FAMILY, '🍵', '茶', '👍🏽')))
    .map(parts => parts.join(''));
  fc.assert(
    fc.property(text, fc.nat(30), (whole, most) => {
      const kept = cut(whole, most);

      expect(kept.length).toBeLessThanOrEqual(most);
      const parts = graphemes(whole);
      let begins = '';
      while (begins.length < kept.length) begins += parts.shift();
      expect(begins).toBe(kept);
      expect(shortened(whole, most + 1).length).toBeLessThanOrEqual(most + 1);
    }),
    { numRuns: 1_000 },
  );
});
