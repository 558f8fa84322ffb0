import Taro from '@tarojs/taro';
import type { Appearance } from './look';

/**
 * 关怀模式 sets 1.4. WeChat's own steps that are already large lie below it (iOS from the fourth on, Android from 1.25).
 * https://developers.weixin.qq.com/miniprogram/design/elderly.html
 */
const LARGE = 1.25;

interface Base {
  theme?: string;
  /** Missing in older base libraries and in Taro's types. */
  fontSizeScaleFactor?: number;
}

/** The calls that an older base library may not have. */
const wechat: Partial<Pick<typeof Taro, 'getAppBaseInfo' | 'onThemeChange'>> &
  Pick<typeof Taro, 'getSystemInfoSync' | 'onAppShow'> = Taro;

/**
 * WeChat's theme and the size of its letters. Base libraries before 2.20.1 have no `getAppBaseInfo`. This runs while
 * the modules load, where a call of what is not there would keep every page from opening.
 */
const base = (): Base => (wechat.getAppBaseInfo ?? wechat.getSystemInfoSync)();

export function systemAppearance(): Appearance {
  const { theme, fontSizeScaleFactor = 1 } = base();
  return { dark: theme === 'dark', large: fontSizeScaleFactor >= LARGE };
}

/**
 * WeChat reports changes of the theme. It does not report changes of the letter size, which is set outside of the
 * app.
 */
export function onSystemAppearance(changed: () => void): void {
  wechat.onThemeChange?.(changed);
  wechat.onAppShow(changed);
}

/** In WeChat `page` and the bars follow theme.json by themselves. */
export function paintGround(_appearance: Appearance): void {}
