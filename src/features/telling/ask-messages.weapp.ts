import Taro from '@tarojs/taro';
import type { Asking } from './asking';

/** WeChat can be asked. */
export const canAsk = true;

/** The main switch for messages is off in WeChat's settings. */
const SWITCHED_OFF = 20004;

/**
 * Shows WeChat's own dialogue: may this mini-program send one message by each of these templates? Call it only from
 * a tap, before anything is awaited. Never rejects.
 */
export async function askForMessages(templateIds: readonly string[]): Promise<Asking> {
  try {
    const answer = (await Taro.requestSubscribeMessage({
      tmplIds: [...templateIds],
      entityIds: [],
    })) as unknown as Record<string, string>;
    return { accepted: templateIds.filter(id => answer[id] === 'accept'), off: false };
  } catch (error) {
    const { errCode } = error as { errCode?: unknown };
    return { accepted: [], off: errCode === SWITCHED_OFF };
  }
}
