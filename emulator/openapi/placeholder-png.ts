import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/**
 * A square PNG in greys that stands in for a mini-program code: three rings, no code that could be scanned.
 * @param width in pixels, 280 to 1280 as the API allows.
 */
export function placeholderPng(width: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc(width * (width + 1));
  const half = width / 2;
  for (let y = 0; y < width; y++)
    for (let x = 0; x < width; x++) {
      const distance = Math.hypot(x - half, y - half) / half;
      rows[y * (width + 1) + 1 + x] = distance < 0.96 && Math.floor(distance * 6) % 2 === 0 ? 0x99 : 0xff;
    }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
