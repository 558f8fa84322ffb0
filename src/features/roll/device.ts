import Taro from '@tarojs/taro';
import { randomName } from './random-name';

const KEY = 'hg.device';

let name: string | undefined;

/**
 * This phone's name, which is made once. It distinguishes two phones that disagree, and says nothing about their
 * owners.
 */
export function device(): string {
  if (name) return name;
  const kept: unknown = Taro.getStorageSync(KEY);
  name = typeof kept === 'string' && kept ? kept : randomName();
  try {
    if (name !== kept) Taro.setStorageSync(KEY, name);
  } catch (error) {
    // If the storage is full, the phone has another name next time, and marks still arrive only once.
    console.warn('Could not keep the name of this phone', error);
  }
  return name;
}
