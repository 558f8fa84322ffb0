import Taro from '@tarojs/taro';

/**
 * True if the app was opened from 朋友圈 and not entered (单页模式, scene 1154). Then there is no login and no other page,
 * and cloud functions are called without identity. "前往小程序" below starts the app anew.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/share-timeline.html
 */
const single = Taro.getLaunchOptionsSync().scene === 1154;

export const isSinglePage = (): boolean => single;
