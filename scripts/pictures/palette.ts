import { readPng, writePng, type Pixels } from './png';

/**
 * Colours that differ by less than a step of 4 count as one. Nobody sees the difference, and a screen has some
 * thousands of colours.
 */
const STEP_BITS = 2;
const COLOURS = 256;

interface Colour {
  key: number;
  rgb: [number, number, number];
  count: number;
}

/** The same picture in at most 256 colours, which takes a third of the bytes of one of our screens. */
export function shrink(file: Buffer): Buffer {
  const pixels = readPng(file);
  const found = coloursOf(pixels);
  const { palette, numberOf } = paletteOf([...found.values()]);
  const numbers = new Uint8Array(pixels.width * pixels.height);
  for (let i = 0; i < numbers.length; i++) numbers[i] = numberOf.get(keyAt(pixels.rgb, i))!;
  return writePng(pixels.width, pixels.height, palette, numbers);
}

const keyAt = (rgb: Uint8Array, i: number): number =>
  ((rgb[i * 3]! >> STEP_BITS) << 16) | ((rgb[i * 3 + 1]! >> STEP_BITS) << 8) | (rgb[i * 3 + 2]! >> STEP_BITS);

/** Keeps each colour as it was first seen, so that paper stays exactly paper. */
function coloursOf({ rgb }: Pixels): Map<number, Colour> {
  const found = new Map<number, Colour>();
  for (let i = 0; i < rgb.length / 3; i++) {
    const key = keyAt(rgb, i);
    const known = found.get(key);
    if (known) known.count++;
    else found.set(key, { key, rgb: [rgb[i * 3]!, rgb[i * 3 + 1]!, rgb[i * 3 + 2]!], count: 1 });
  }
  return found;
}

/**
 * Median cut: the box with the largest differences, weighted by its share of the picture, is halved until there are
 * enough boxes.
 */
function paletteOf(colours: Colour[]): { palette: Uint8Array; numberOf: Map<number, number> } {
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
  const palette = new Uint8Array(boxes.length * 3);
  const numberOf = new Map<number, number>();
  boxes.forEach((box, number) => {
    // The most frequent colour of the box stands for it.
    const chief = box.colours.reduce((most, one) => (one.count > most.count ? one : most));
    palette.set(chief.rgb, number * 3);
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
