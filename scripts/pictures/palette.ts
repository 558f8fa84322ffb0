import { decode, encode } from 'fast-png';

/**
 * Colours that differ by less than a step of 4 count as one. Nobody sees the difference, and a screen has some
 * thousands of colours.
 */
const STEP_BITS = 2;
const COLOURS = 256;

interface Colour {
  key: number;
  rgb: Rgb;
  count: number;
}

type Rgb = [number, number, number];

/** The same screenshot in at most 256 colours, which takes a third of the bytes of one of our screens. */
export function shrink(file: Uint8Array): Buffer {
  const { width, height, data, depth, channels } = decode(file);
  if (depth !== 8 || channels < 3) throw new Error('A PNG of another kind than a screenshot');
  // Transparency is ignored.
  const rgbAt = (i: number): Rgb => [data[i * channels]!, data[i * channels + 1]!, data[i * channels + 2]!];
  const keys = Uint32Array.from({ length: width * height }, (_, i) => keyOf(rgbAt(i)));
  const { palette, numberOf } = paletteOf(coloursOf(keys, rgbAt));
  const numbers = Uint8Array.from(keys, key => numberOf.get(key)!);
  return Buffer.from(encode({ width, height, data: numbers, depth: 8, channels: 1, palette }, { zlib: { level: 9 } }));
}

const keyOf = ([red, green, blue]: Rgb): number =>
  ((red >> STEP_BITS) << 16) | ((green >> STEP_BITS) << 8) | (blue >> STEP_BITS);

/** Keeps each colour as it was first seen, so that paper stays exactly paper. */
function coloursOf(keys: Uint32Array, rgbAt: (i: number) => Rgb): Colour[] {
  const found = new Map<number, Colour>();
  keys.forEach((key, i) => {
    const known = found.get(key);
    if (known) known.count++;
    else found.set(key, { key, rgb: rgbAt(i), count: 1 });
  });
  return [...found.values()];
}

/**
 * Median cut: the box with the largest differences, weighted by its share of the picture, is halved until there are
 * enough boxes.
 */
function paletteOf(colours: Colour[]): { palette: Rgb[]; numberOf: Map<number, number> } {
  const boxes = [boxOf(colours)];
  while (boxes.length < COLOURS) {
    let widest = 0;
    for (let i = 1; i < boxes.length; i++) if (boxes[i]!.weight > boxes[widest]!.weight) widest = i;
    const box = boxes[widest]!;
    if (box.weight === 0) break;
    const sorted = [...box.colours].sort((a, b) => a.rgb[box.channel]! - b.rgb[box.channel]!);
    const middle = medianOf(sorted);
    boxes.splice(widest, 1, boxOf(sorted.slice(0, middle)), boxOf(sorted.slice(middle)));
  }
  const palette: Rgb[] = [];
  const numberOf = new Map<number, number>();
  boxes.forEach((box, number) => {
    // The most frequent colour of the box stands for it.
    const chief = box.colours.reduce((most, one) => (one.count > most.count ? one : most));
    palette.push(chief.rgb);
    for (const { key } of box.colours) numberOf.set(key, number);
  });
  return { palette, numberOf };
}

function boxOf(colours: Colour[]) {
  let channel = 0;
  let range = 0;
  for (const one of [0, 1, 2]) {
    const values = colours.map(colour => colour.rgb[one]!);
    const wide = values.reduce((a, b) => Math.max(a, b), 0) - values.reduce((a, b) => Math.min(a, b), 255);
    if (wide > range) [channel, range] = [one, wide];
  }
  const count = colours.reduce((sum, one) => sum + one.count, 0);
  return { colours, channel, weight: colours.length < 2 ? 0 : range * range * Math.sqrt(count) };
}

/** The point with half of the pixels on either side. Each side has at least one colour. */
function medianOf(sorted: Colour[]): number {
  const half = sorted.reduce((sum, one) => sum + one.count, 0) / 2;
  let seen = 0;
  for (let i = 0; i < sorted.length - 1; i++) if ((seen += sorted[i]!.count) >= half) return i + 1;
  return sorted.length - 1;
}
