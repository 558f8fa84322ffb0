import { init, SYMBOL_CURRENT_ENV } from '@cloudbase/node-sdk';
import cloud from 'wx-server-sdk';

/** For the SDK underneath wx-server-sdk, which passes them on; its own types do not name them. */
interface Connection {
  /** Without it every operation opens a connection: the SDK turns it off inside functions. */
  keepalive: boolean;
  /**
   * Shorter than the functions' time-out of 5 s, so that an operation that hangs can be told from a function that died.
   */
  timeout: number;
}
interface InitOptions extends cloud.ICloudInitOptions, Connection {
  /** A missing document is `null`, not an error. */
  throwOnNotFound: boolean;
}

const connection: Connection = { keepalive: true, timeout: 3_000 };
const options: InitOptions = {
  env: cloud.DYNAMIC_CURRENT_ENV as unknown as string,
  throwOnNotFound: false,
  ...connection,
};
cloud.init(options);

/**
 * The database of the SDK underneath, for what wx-server-sdk's own one hides (`update-and-read.ts`). The two share their
 * connections.
 */
export const databaseBelow = init({ env: SYMBOL_CURRENT_ENV, ...connection }).database();

export { cloud };
