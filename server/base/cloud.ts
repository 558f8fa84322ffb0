import cloud from 'wx-server-sdk';

/** Passed on to the SDK underneath; its own types do not name them. */
interface InitOptions extends cloud.ICloudInitOptions {
  /** Without it every operation opens a connection: the SDK turns it off inside functions. */
  keepalive: boolean;
  /**
   * Shorter than the functions' time-out of 5 s, so that an operation that hangs can be told from a function that died.
   */
  timeout: number;
  /** A missing document is `null`, not an error. */
  throwOnNotFound: boolean;
}

const options: InitOptions = {
  env: cloud.DYNAMIC_CURRENT_ENV as unknown as string,
  keepalive: true,
  timeout: 3_000,
  throwOnNotFound: false,
};
cloud.init(options);

export { cloud };
