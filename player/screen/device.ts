import type { Device } from '../protocol';

export interface DeviceWishes {
  theme?: 'light' | 'dark';
  fontScale?: number;
  platform?: Device['platform'];
  network?: Device['network'];
  statusBarHeight?: number;
  safeBottom?: number;
}

/** Wider than this it is a window of WeChat on a computer, without a notch. */
const DESK = 900;

/** The phone that this window plays: a tall one has a notch and a home strip, a small one and a desk have none. */
export function deviceOf(wishes: DeviceWishes): Device {
  const { innerWidth: width, innerHeight: height } = window;
  const isDesk = width >= DESK;
  const isTall = !isDesk && Math.max(width, height) >= 780;
  const isTurned = width > height;
  return {
    width,
    height,
    pixelRatio: window.devicePixelRatio,
    statusBarHeight: wishes.statusBarHeight ?? (isDesk || isTurned ? 0 : isTall ? 44 : 20),
    safeBottom: wishes.safeBottom ?? (isTall ? (isTurned ? 21 : 34) : 0),
    theme: wishes.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'),
    fontScale: wishes.fontScale ?? 1,
    platform: wishes.platform ?? (isDesk ? 'windows' : 'ios'),
    network: wishes.network ?? (navigator.onLine ? 'wifi' : 'none'),
  };
}
