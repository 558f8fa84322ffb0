import Taro from '@tarojs/taro';
import { randomName } from './random-name';

const KEY = 'hg.device';

let name: string | undefined;

/** This phone's name: made once. Two phones that disagree are told apart by it, and by nothing that says whose they are. */
export function device(): string {
  if (name) return name;
  const kept: unknown = Taro.getStorageSync(KEY);
  name = typeof kept === 'string' && kept ? kept : randomName();
  try {
    if (name !== kept) Taro.setStorageSync(KEY, name);
  } catch (error) {
    // A full storage: the phone has another name next time, and marks still arrive once.
    console.warn('Could not keep the name of this phone', error);
  }
  return name;
}
