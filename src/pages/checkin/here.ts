import Taro from '@tarojs/taro';
import { SECOND } from '../../../domain/base/clock';

/** As the contract takes it. */
export interface Here {
  latitude: number;
  longitude: number;
}

/** The code dies soon: what takes longer is left out. */
const LONGEST_MS = 2 * SECOND;

/** Where the phone says it is; `undefined` where it does not, or may not, or not soon. Asks for leave the first time. */
export async function here(longestMs = LONGEST_MS): Promise<Here | undefined> {
  const late = new Promise<undefined>(resolve => setTimeout(() => resolve(undefined), longestMs));
  // Both WeChat and browsers know these coordinates; a browser knows no others.
  const found = Taro.getLocation({ type: 'wgs84' }).then(
    ({ latitude, longitude }) => ({ latitude, longitude }),
    () => undefined,
  );
  return Promise.race([found, late]);
}
