import Taro from '@tarojs/taro';
import { chosenOpenid } from '../local/person';
import { onForget } from './forget';

/** What the phone keeps for times without network, with its age. */
export interface Remembered<T> {
  value: T;
  savedAt: number;
}

/** In a browser several people share one storage, each in their own tab. */
const mine = (): string => {
  const person = chosenOpenid();
  return person ? `hg.kept.${person}.` : 'hg.kept.';
};

export function remember<T>(key: string, value: T, savedAt: number): void {
  try {
    Taro.setStorageSync(mine() + key, { value, savedAt });
  } catch (error) {
    // If the storage is full, only the offline copy is lost.
    console.warn('Could not keep a copy for offline use', key, error);
  }
}

export function recall<T>(key: string): Remembered<T> | undefined {
  const kept: unknown = Taro.getStorageSync(mine() + key);
  if (typeof kept !== 'object' || kept === null || typeof (kept as Remembered<T>).savedAt !== 'number')
    return undefined;
  return kept as Remembered<T>;
}

/** Removes what the storage keeps of this person. */
export function forgetRemembered(): void {
  const own = mine();
  for (const key of Taro.getStorageInfoSync().keys) {
    if (key.startsWith(own)) Taro.removeStorageSync(key);
  }
}
onForget(forgetRemembered);
