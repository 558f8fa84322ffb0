import Taro from '@tarojs/taro';
import type { Appearance } from './look';

/**
 * 关怀模式 sets 1.4. WeChat's own steps that are already large lie below it (iOS from the fourth on, Android from 1.25).
 * https://developers.weixin.qq.com/miniprogram/design/elderly.html
 */
const LARGE = 1.25;

export function systemAppearance(): Appearance {
  const { theme } = Taro.getAppBaseInfo();
  // Missing in older base libraries and in Taro's types.
  const { fontSizeScaleFactor = 1 } = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number };
  return { dark: theme === 'dark', large: fontSizeScaleFactor >= LARGE };
}

/**
 * WeChat reports changes of the theme. It does not report changes of the letter size, which is set outside of the
 * app.
 */
export function onSystemAppearance(changed: () => void): void {
  Taro.onThemeChange(changed);
  Taro.onAppShow(changed);
}

/** In WeChat `page` and the bars follow theme.json by themselves. */
export function paintGround(_appearance: Appearance): void {}
