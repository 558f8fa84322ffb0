import Taro from '@tarojs/taro';

/**
 * The address from which the environment's storage is read: public files, without a function. In the cloud it is on
 * the storage's own domain (a build flag), which must be among the mini-program's request domains. On one machine it
 * is the emulator. Empty if this build has none; then everything is asked of functions.
 */
const BASE =
  process.env.HG_FILES ||
  (process.env.TARO_ENV === 'weapp' && !process.env.HG_GATEWAY ? '' : `${process.env.HG_GATEWAY ?? ''}/_storage`);

const TIMEOUT_MS = 1_500;

/**
 * Reads a file, parsed if it is JSON. `undefined` if there is none or it did not come in time. Never rejects.
 *
 * @param version another version is another address, so that no cache on the way returns an old file for a new one.
 */
export async function readFile(path: string, version: number): Promise<unknown> {
  if (!BASE) return undefined;
  try {
    const url = `${BASE}/${path}?v=${version}`;
    const { statusCode, data } = await Taro.request<unknown>({ url, method: 'GET', timeout: TIMEOUT_MS });
    return statusCode === 200 ? data : undefined;
  } catch {
    return undefined;
  }
}
