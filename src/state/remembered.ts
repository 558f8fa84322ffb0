import Taro from '@tarojs/taro';

/** What the phone keeps for times without network, with its age. */
export interface Remembered<T> {
  value: T;
  savedAt: number;
}

const PREFIX = 'hg.kept.';

export function remember<T>(key: string, value: T, savedAt: number): void {
  try {
    Taro.setStorageSync(PREFIX + key, { value, savedAt });
  } catch (error) {
    // A full storage costs the offline copy and nothing else.
    console.warn('Could not keep a copy for offline use', key, error);
  }
}

export function recall<T>(key: string): Remembered<T> | undefined {
  const kept: unknown = Taro.getStorageSync(PREFIX + key);
  if (typeof kept !== 'object' || kept === null || typeof (kept as Remembered<T>).savedAt !== 'number')
    return undefined;
  return kept as Remembered<T>;
}

/** Nothing of one person stays for the next who uses the phone. */
export function forgetAll(): void {
  for (const key of Taro.getStorageInfoSync().keys) {
    if (key.startsWith(PREFIX)) Taro.removeStorageSync(key);
  }
}
