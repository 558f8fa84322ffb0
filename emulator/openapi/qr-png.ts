import { encode } from 'uqr';
import { greyPng } from './grey-png';

/** Scanners require a quiet zone of this many modules around a code. */
const QUIET = 4;

/** A QR code that any camera reads, in place of a mini-program code. @param width in pixels. */
export function qrPng(text: string, width: number): Buffer {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const pixel = Math.max(1, Math.floor(width / (size + 2 * QUIET)));
  const margin = Math.floor((width - size * pixel) / 2);
  const at = (pixels: number) => Math.floor((pixels - margin) / pixel);
  return greyPng(width, (x, y) => (data[at(y)]?.[at(x)] ? 0 : 0xff));
}
