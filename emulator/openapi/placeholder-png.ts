import { greyPng } from './grey-png';

/**
 * A square PNG in greys in place of a mini-program code. It shows three rings and cannot be scanned.
 * @param width in pixels, 280 to 1280 as the API allows.
 */
export function placeholderPng(width: number): Buffer {
  const half = width / 2;
  return greyPng(width, (x, y) => {
    const distance = Math.hypot(x - half, y - half) / half;
    return distance < 0.96 && Math.floor(distance * 6) % 2 === 0 ? 0x99 : 0xff;
  });
}
