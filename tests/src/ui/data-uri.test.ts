import fc from 'fast-check';
import { dataUri } from '../../../src/ui/data-uri';

const BEGIN = 'data:image/svg+xml;charset=utf-8,';

test('a drawing ends neither the quotes nor the address that it stands in, whatever its words are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), words => {
      const uri = dataUri(`<svg xmlns="http://www.w3.org/2000/svg"><text>${words}'"#%\n</text></svg>`);

      expect(uri.slice(BEGIN.length)).not.toMatch(/["'#<>\n]/);
      expect(decodeURIComponent(uri.slice(BEGIN.length))).toBe(
        `<svg xmlns="http://www.w3.org/2000/svg"><text>${words}'"#%\n</text></svg>`,
      );
    }),
  );
});

test('what need not be encoded is not: Chinese, and the numbers of a path', () => {
  expect(dataUri('茶艺 M10 20.5L30,40 rgb(1, 2, 3)')).toBe(`${BEGIN}茶艺 M10 20.5L30,40 rgb(1, 2, 3)`);
});
