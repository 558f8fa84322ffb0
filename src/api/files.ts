import Taro from '@tarojs/taro';

/**
 * Where the environment's storage is read from: public files, no function. In the cloud an address of the storage's own
 * domain (a build flag; it must stand among the mini-program's request domains), on one machine the emulator. Empty:
 * this build has none, and everything is asked of functions.
 */
const BASE =
  process.env.HG_FILES ||
  (process.env.TARO_ENV === 'weapp' && !process.env.HG_GATEWAY ? '' : `${process.env.HG_GATEWAY ?? ''}/_storage`);

const TIMEOUT_MS = 1_500;

/**
 * A file, parsed where it is JSON; `undefined` where there is none or it did not come in time. Never rejects.
 *
 * @param version another version is another address, so that no cache on the way gives an old file for a new one.
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
