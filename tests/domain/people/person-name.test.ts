import * as fc from 'fast-check';
import { isPersonName, nameKey, personName, sameName } from '../../../domain/people/person-name';

test.each([
  ['李〇', '李〇'],
  ['李○', '李〇'],
  ['刘\u{e863}', '刘\u{e863}'],
  ['张\u{20bb7}', '张\u{20bb7}'],
  ['阿依古丽‧买买提', '阿依古丽·买买提'],
  ['阿依古丽 • 买买提', '阿依古丽·买买提'],
  ['阿依古丽．买买提', '阿依古丽·买买提'],
  ['阿依古丽・买买提', '阿依古丽·买买提'],
  ['陈　静', '陈静'],
  ['\u202d陈静\u202c', '陈静'],
  ['陈\u{e0100}静', '陈静'],
  ['陈静\u3164\u3164', '陈静'],
  ['阿依古丽。买买提', '阿依古丽·买买提'],
  ['阿依古丽ꞏ买买提', '阿依古丽·买买提'],
  ['阿依古丽∘买买提', '阿依古丽·买买提'],
  ['Jean‐Paul', 'Jean-Paul'],
  ['Jean‑Paul', 'Jean-Paul'],
  ['Jean–Paul', 'Jean-Paul'],
  ['O‘Neil', 'O‘Neil'],
  ['J. R. Smith', 'J. R. Smith'],
  ['Nguyễn Văn An', 'Nguyễn Văn An'],
  ["Anna-Maria O'Neil", "Anna-Maria O'Neil"],
  ['བསྒྲུབས་', undefined],
  ['སྒྲོལ་མ'.replace('་', ' '), 'སྒྲོལ མ'],
  ['陈\u0300\u0301\u0302\u0303静', '陈静'],
])('%j is a name and kept as %j', (typed, kept) => {
  const name = personName(typed);

  if (kept === undefined) return expect(isPersonName(name)).toBe(false);
  expect(name).toBe(kept);
  expect(isPersonName(name)).toBe(true);
});

test.each([
  '',
  '陈',
  '\u3164\u3164',
  '\u115f\u1160',
  '\u17b4\u17b5',
  '\ufe0f\ufe0e',
  '\u2800\u2800',
  '\u200b陈',
  '··',
  '陈·',
  '\u0301\u0301',
  '陈2',
  '陈静😀',
  '<b>陈静',
  '陈--静',
  '陈,静',
])('%j is no name', typed => {
  expect(isPersonName(personName(typed))).toBe(false);
});

test('a name as it is kept is kept as it is, and is the same name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), typed => {
      const kept = personName(typed);

      expect(personName(kept)).toBe(kept);
      expect(sameName(typed, kept)).toBe(true);
    }),
  );
});

test('whatever passes as a name shows two letters and nothing unseen', () => {
  const sign = fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), fc.constantFrom(...'陈静·. -〇'));
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 6 }), signs => {
      const kept = personName(signs.join(''));
      fc.pre(isPersonName(kept));

      expect(kept).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]|\p{M}{4}/u);
      expect([...nameKey(kept).replace(/\p{M}/gu, '')].length).toBeGreaterThanOrEqual(2);
    }),
    { numRuns: 5_000 },
  );
});

test('a text without a letter or digit has the empty key', () => {
  expect(nameKey('——')).toBe('');
});
