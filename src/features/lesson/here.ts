import Taro from '@tarojs/taro';
import { SECOND } from '../../../domain/base/clock';

/** In the form that the contract takes. */
export interface Here {
  latitude: number;
  longitude: number;
}

/** The code soon expires, so a position that takes longer is left out. */
const LONGEST_MS = 2 * SECOND;

/**
 * The phone's position. `undefined` if the phone does not know it, may not tell it, or takes too long. Asks for
 * permission the first time.
 */
export async function here(longestMs = LONGEST_MS): Promise<Here | undefined> {
  const late = new Promise<undefined>(resolve => setTimeout(() => resolve(undefined), longestMs));
  // WeChat and browsers both know these coordinates, and browsers know no others.
  const found = Taro.getLocation({ type: 'wgs84' }).then(
    ({ latitude, longitude }) => ({ latitude, longitude }),
    () => undefined,
  );
  return Promise.race([found, late]);
}
