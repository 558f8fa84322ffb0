import Taro from '@tarojs/taro';

const keep = (keepScreenOn: boolean) =>
  void Taro.setKeepScreenOn({ keepScreenOn }).catch((error: unknown) => console.warn('The screen may go dark', error));

/** Keeps the screen lit while the code is shown. Returns the function that lets it sleep again. */
export function stayAwake(): () => void {
  keep(true);
  return () => keep(false);
}
