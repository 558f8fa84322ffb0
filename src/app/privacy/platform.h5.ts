import Taro from '@tarojs/taro';
import type { PrivacyQuestion } from './questions';
import { askPrivacy } from './questions';

export const AGREE_BUTTON = 'privacy-agree';

/** A browser asks by itself before it hands out what it guards. */
export function listenForPrivacy(_ask: (question: PrivacyQuestion) => void): void {
  return undefined;
}

/** Only WeChat keeps such a text; the app's own page says the same. */
export const openContract = (): Promise<boolean> => Promise.resolve(false);

const KEY = 'hg.local.privacy';

/**
 * The local build plays WeChat's question, so that the whole way can be seen. Once agreed to, it is not asked again.
 */
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
