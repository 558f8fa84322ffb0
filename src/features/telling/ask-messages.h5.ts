import Taro from '@tarojs/taro';
import type { Asking } from './asking';

/** A browser has no such messages. The local build plays the dialogue, so that the whole way can be seen. */
export const canAsk = process.env.HG_LOCAL === '1';

/** Looks like WeChat's dialogue, for the local build. Never rejects. */
export async function askForMessages(templateIds: readonly string[]): Promise<Asking> {
  const { confirm } = await Taro.showModal({
    title: '微信会这样问',
    content: '允许“惠工课堂”给您发一次这样的消息吗？',
    confirmText: '允许',
    cancelText: '取消',
  });
  return { accepted: confirm ? [...templateIds] : [], off: false };
}
