import Taro from '@tarojs/taro';
import type { SystemAppearance } from './appearance';

export function systemAppearance(): SystemAppearance {
  const { theme } = Taro.getAppBaseInfo();
  // Missing in older base libraries and in Taro's types.
  const { fontSizeScaleFactor = 1 } = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number };
  return { dark: theme === 'dark', large: fontSizeScaleFactor >= 1.25 };
}

export function onSystemAppearance(changed: () => void): void {
  Taro.onThemeChange(changed);
}

/** In WeChat `page` and the bars follow theme.json by themselves. */
export function paintGround(_appearance: SystemAppearance): void {}
