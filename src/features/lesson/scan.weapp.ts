import Taro from '@tarojs/taro';

export const canScan = true;

/**
 * WeChat's scanner. It takes codes from the camera only, because a picture that was passed on must not count.
 * `undefined` if the person left it.
 */
export const scan = (): Promise<string | undefined> =>
  Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] }).then(
    ({ result }) => result,
    () => undefined,
  );
