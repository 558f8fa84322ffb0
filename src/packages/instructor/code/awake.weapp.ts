import Taro from '@tarojs/taro';

const keep = (keepScreenOn: boolean) =>
  void Taro.setKeepScreenOn({ keepScreenOn }).catch((error: unknown) => console.warn('The screen may go dark', error));

/** Keeps the screen lit while it is shown. Returns the way to let it sleep. */
export function stayAwake(): () => void {
  keep(true);
  return () => keep(false);
}
