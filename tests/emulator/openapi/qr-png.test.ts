import { inflateSync } from 'node:zlib';
import { encode } from 'uqr';
import { qrPng } from '../../../emulator/openapi/qr-png';

/** The rows of an 8-bit grey PNG whose data is one chunk. */
function rowsOf(png: Buffer): Buffer[] {
  const width = png.readUInt32BE(16);
  const at = png.indexOf('IDAT');
  const bytes = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  return Array.from({ length: width }, (_, y) => bytes.subarray(y * (width + 1) + 1, (y + 1) * (width + 1)));
}

test.each([280, 430, 601, 1280])('every module is where a scanner looks for it, with quiet around: %d px', width => {
  const text = 'http://127.0.0.1:8787/#/pages/checkin/index?scene=hg.abcdef.0123456789abcdefghij';
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const rows = rowsOf(qrPng(text, width));

  const dark = rows.findIndex(row => row.includes(0));
  const pixel = (width - 2 * dark - ((width - 2 * dark) % size)) / size;
  expect(dark).toBeGreaterThanOrEqual(4 * pixel);
  for (const [y, row] of data.entries())
    for (const [x, black] of row.entries())
      expect(rows[dark + Math.floor((y + 0.5) * pixel)]![dark + Math.floor((x + 0.5) * pixel)]).toBe(black ? 0 : 255);
});
