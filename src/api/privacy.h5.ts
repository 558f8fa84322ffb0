import Taro from '@tarojs/taro';
import type { PrivacyQuestion } from '../state/privacy';
import { askPrivacy } from '../state/privacy';

export const AGREE_BUTTON = 'privacy-agree';

/** A browser asks for what it guards by itself. */
export function listenForPrivacy(_ask: (question: PrivacyQuestion) => void): void {
  return undefined;
}

/** Only WeChat keeps one; the app's own page says the same. */
export const openContract = (): Promise<boolean> => Promise.resolve(false);

const KEY = 'hg.local.privacy';

/** On one machine WeChat's question is played, so that the whole way can be seen: once agreed to, never again. */
export function passesPrivacy(referrer: string): Promise<boolean> {
  if (process.env.HG_LOCAL !== '1' || Taro.getStorageSync(KEY) === 'agreed') return Promise.resolve(true);
  return new Promise(resolve =>
    askPrivacy({
      referrer,
      answer: agreed => {
        if (agreed) Taro.setStorageSync(KEY, 'agreed');
        resolve(agreed);
      },
    }),
  );
}
