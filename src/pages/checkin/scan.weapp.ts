import Taro from '@tarojs/taro';

export const canScan = true;

/** WeChat's scanner, from the camera only: a picture that was passed on is no code. `undefined` where it was left. */
export const scan = (): Promise<string | undefined> =>
  Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] }).then(
    ({ result }) => result,
    () => undefined,
  );
