import { SHEET_BYTES_LIMIT, tooLarge, tooLargeToSend } from '../../../domain/sheet/limits';

const base64 = (bytes: number) => Buffer.alloc(bytes).toString('base64');

test('a file of 72,000 bytes is read, a larger one is told its size', () => {
  expect(tooLarge(SHEET_BYTES_LIMIT)).toBeUndefined();
  expect(tooLarge(72_001)).toMatch(/^这个文件有 73 KB，最多能收 72 KB/);
  expect(tooLarge(999_999)).toContain('1000 KB');
  expect(tooLarge(1_000_000)).toContain('1.0 MB');
  expect(tooLarge(2_340_000)).toContain('2.3 MB');
});

test('so is one that is sent as base64, to the byte', () => {
  for (const bytes of [71_998, 71_999, 72_000]) expect(tooLargeToSend({ file: base64(bytes) })).toBeUndefined();
  for (const bytes of [72_001, 72_002]) expect(tooLargeToSend({ file: base64(bytes) })).toMatch(/^这个文件有 73 KB/);
});

test('what was changed on the page has 3,000 bytes, cells and rows together', () => {
  const said = (letters: number, without: number[] = []) =>
    tooLargeToSend({ file: '', mended: [{ value: 'a'.repeat(letters) }], without });
  // [{"value":"…"}] is 14 signs.
  expect(said(2_986)).toBeUndefined();
  expect(said(2_987)).toMatch(/^在页面上改的内容有 4 KB，一次最多 3 KB/);
  expect(said(2_984, [1])).toBeUndefined();
  expect(said(2_985, [1])).toBeDefined();
  expect(tooLargeToSend({ file: '', mended: [{ value: '茶'.repeat(996) }] })).toBeDefined();
  expect(tooLargeToSend({ file: '', mended: [{ value: 'a'.repeat(2_986) }] })).toBeUndefined();
  expect(tooLargeToSend({ file: '', without: Array.from({ length: 1_499 }, () => 1) })).toBeUndefined();
  expect(tooLargeToSend({ file: '' })).toBeUndefined();
  expect(tooLargeToSend({ file: '', without: Array.from({ length: 1_600 }, () => 1) })).toBeDefined();
});
