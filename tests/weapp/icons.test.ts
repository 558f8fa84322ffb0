import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { textOf, WEAPP } from './built';

type Rgb = [number, number, number];

const { tabBar } = JSON.parse(textOf('app.json')) as {
  tabBar: { list: { iconPath: string; selectedIconPath: string }[] };
};
const theme = JSON.parse(textOf('theme.json')) as Record<'light' | 'dark', Record<string, string>>;
/** The value of a name of theme.json. */
const fileOf = (path: string, kind: 'light' | 'dark') => (path.startsWith('@') ? theme[kind][path.slice(1)]! : path);

/** The colour of most of a picture: PNG with 8 bits a channel and alpha, as all of ours are. */
function inkOf(file: string): Rgb {
  const png = readFileSync(join(WEAPP, file));
  const width = png.readUInt32BE(16);
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(parts));
  const row = width * 4;
  const seen = new Map<string, number>();
  let above = Buffer.alloc(row);
  for (let from = 0; from < raw.length; from += row + 1) {
    const line = Buffer.from(raw.subarray(from + 1, from + 1 + row));
    for (let x = 0; x < row; x += 1) {
      const [a, b, c] = [x < 4 ? 0 : line[x - 4]!, above[x]!, x < 4 ? 0 : above[x - 4]!];
      const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
      const paeth = pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
      line[x] = line[x]! + [0, a, b, (a + b) >> 1, paeth][raw[from]!]!;
    }
    for (let x = 0; x < row; x += 4)
      if (line[x + 3] === 255) {
        const colour = `${line[x]},${line[x + 1]},${line[x + 2]}`;
        seen.set(colour, (seen.get(colour) ?? 0) + 1);
      }
    above = line;
  }
  const [most] = [...seen].sort((a, b) => b[1] - a[1])[0]!;
  return most.split(',').map(Number) as Rgb;
}

const rgb = (hex: string) => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16)) as Rgb;
function contrast(...colours: [Rgb, Rgb]): number {
  const [low, high] = colours
    .map(colour =>
      colour.map(part => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)),
    )
    .map(([r = 0, g = 0, b = 0]) => 0.2126 * r + 0.7152 * g + 0.0722 * b)
    .sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

test.each(['light', 'dark'] as const)('the icons of the tabs are there and can be seen: %s', kind => {
  const icons = tabBar.list.flatMap(({ iconPath, selectedIconPath }) => [iconPath, selectedIconPath]);

  for (const file of icons.map(path => fileOf(path, kind)))
    expect({ file, seen: contrast(inkOf(file), rgb(theme[kind].tabBackground!)) >= 3 }).toEqual({ file, seen: true });
});

test('the chosen tab has the colour of its word', () => {
  for (const kind of ['light', 'dark'] as const)
    for (const { selectedIconPath } of tabBar.list) {
      const ink = inkOf(fileOf(selectedIconPath, kind));

      expect(contrast(ink, rgb(theme[kind].tabSelected!))).toBeLessThan(1.2);
    }
});
