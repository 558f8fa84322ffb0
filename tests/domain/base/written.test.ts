import * as fc from 'fast-check';
import { plainWords, sameWords, written } from '../../../domain/base/written';

test.each([
  ['\u202d13800001234\u202c', '13800001234'],
  ['去\u0000医\u0001院', '去医院'],
  ['abc\u202edef', 'abcdef'],
  ['半\ud800个', '半个'],
  ['a\u200b\u200bb', 'ab'],
  ['一\n二\t三　四', '一 二 三 四'],
  ['e\u0301\u0301\u0301\u0301\u0301', 'e\u0301\u0301\u0301'],
  ['全家👨\u200d👩\u200d👧来 ❤\ufe0f 1\ufe0f\u20e3', '全家👨\u200d👩\u200d👧来 ❤\ufe0f 1\ufe0f\u20e3'],
  ['👍\u{1f3fd}好', '👍\u{1f3fd}好'],
  ['您好，（永川）', '您好，（永川）'],
])('%j is kept as %j', (typed, kept) => {
  expect(written(typed)).toBe(kept);
});

test('employers are the same whatever brackets, widths, spaces and unseen marks they are typed with', () => {
  expect(sameWords('永川区（人民）医院', '\ufeff永川区 (人民) 医院\u200b')).toBe(true);
  expect(sameWords('ABC 公司', 'ａｂｃ公司')).toBe(true);
  expect(sameWords('永川区人民医院', '永川区中医院')).toBe(false);
});

test('cleaning again changes nothing, and leaves nothing that no screen shows', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), typed => {
      const kept = written(typed);

      expect(written(kept)).toBe(kept);
      expect(plainWords(plainWords(typed))).toBe(plainWords(typed));
      expect(kept).not.toMatch(/[\p{Cc}\p{Cs}]|[\u202a-\u202e\u2066-\u2069]/u);
    }),
    { numRuns: 2_000 },
  );
});
