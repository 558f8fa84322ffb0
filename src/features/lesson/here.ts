import Taro from '@tarojs/taro';
import { SECOND } from '../../../domain/base/clock';

/** In the form that the contract takes. */
export interface Here {
  latitude: number;
  longitude: number;
}

/** The code soon expires, so a position that takes longer is left out. */
const LONGEST_MS = 2 * SECOND;

async function ask(longestMs: number): Promise<Here | undefined> {
  const late = new Promise<undefined>(resolve => setTimeout(() => resolve(undefined), longestMs));
  // WeChat and browsers both know these coordinates, and browsers know no others.
  const found = Taro.getLocation({ type: 'wgs84' }).then(
    ({ latitude, longitude }) => ({ latitude, longitude }),
    () => undefined,
  );
  return Promise.race([found, late]);
}

/**
 * The phone's position. `undefined` if the phone does not know it, may not tell it, or takes too long. Asks for
 * permission the first time. A build that does not ask for positions contains no call of WeChat's interface
 * (docs/部署.md).
 */
export const here = (longestMs = LONGEST_MS): Promise<Here | undefined> =>
  process.env.HG_PLACE === '1' ? ask(longestMs) : Promise.resolve(undefined);
