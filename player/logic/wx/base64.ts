/** A worker's own functions for it are removed, and work with texts of bytes only. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i]!, bytes[i + 1], bytes[i + 2]];
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += LETTERS[bits >> 18]! + LETTERS[(bits >> 12) & 63]!;
    text += (b === undefined ? '=' : LETTERS[(bits >> 6) & 63]!) + (c === undefined ? '=' : LETTERS[bits & 63]!);
  }
  return text;
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const letters = text.replace(/[^A-Za-z0-9+/]/g, '');
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  for (let i = 0, at = 0; at < bytes.length; i += 4) {
    const bits = [0, 1, 2, 3].reduce((sum, k) => (sum << 6) | Math.max(0, LETTERS.indexOf(letters[i + k] ?? 'A')), 0);
    for (const shift of [16, 8, 0]) if (at < bytes.length) bytes[at++] = (bits >> shift) & 255;
  }
  return bytes;
}
