import { fileFrom } from '../../player/logic/path';
import { setPath, stepsOf } from '../../player/logic/set-data';
import { fromBase64, toBase64 } from '../../player/logic/wx/base64';

test.each(['root.cn.[0].cn.[12].cl', 'root.cn[0].cn[12].cl'])('%s', path => {
  expect(stepsOf(path)).toEqual(['root', 'cn', 0, 'cn', 12, 'cl']);
});

test('a path is written where it leads, and made where there is nothing', () => {
  const data = { root: { cn: [{ v: 'a' }] } };

  setPath(data, 'root.cn.[0].v', 'b');
  setPath(data, 'list[1].name', 'c');

  expect(data).toEqual({ root: { cn: [{ v: 'b' }] }, list: [undefined, { name: 'c' }] });
});

test.each([
  ['pages/home/index', './row', 'pages/home/row'],
  ['pages/home/index', '../../common.js', 'common.js'],
  ['pages/home/index', '/taro', 'taro'],
  ['app', './vendors', 'vendors'],
])('from %s, %s is %s', (from, to, path) => {
  expect(fileFrom(from, to)).toBe(path);
});

test.each([0, 1, 2, 3, 4, 255, 1000])('%d bytes in base64 and back, as Node has it', length => {
  const bytes = Uint8Array.from({ length }, (_, i) => (i * 37) % 256);

  expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
  expect([...fromBase64(toBase64(bytes))]).toEqual([...bytes]);
});
