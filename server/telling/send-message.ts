import { linkTo } from '../../domain/link/routes';
import type { Notice } from '../../domain/model';
import { textAt } from '../../domain/telling/notice-text';
import { pushWords } from '../../domain/telling/push-words';
import { openapi } from '../base/open-api';

/** WeChat's gateway refused: no permission for this API, or no such API. Nothing was sent. */
const TURNED_AWAY = [-604100, -604101];
/** WeChat's own "system busy, try again". Errors that the SDK cannot explain have other numbers. */
const WECHAT_BUSY = -1;

/**
 * Sends a subscription message: 0 = sent, or WeChat's error code if it refused. `undefined` if there was no answer or
 * an unreadable one: the message may have been sent.
 */
export async function sendMessage(
  touser: string,
  templateId: string,
  notice: Notice,
  now: number,
): Promise<number | undefined> {
  try {
    const page = notice.kind === 'OPENING' ? linkTo('batch', { batchId: notice.batchId }) : linkTo('mine', {});
    const message = { touser, templateId, page, data: pushWords({ ...notice, text: textAt(notice, now) }) };
    const answer = await openapi.subscribeMessage.send(message);
    return answer.errCode ?? 0;
  } catch (error) {
    const { errCode } = error as { errCode?: unknown };
    console.warn(JSON.stringify({ level: 'warn', text: 'message not sent', notice: notice._id, error: String(error) }));
    const saidNo =
      typeof errCode === 'number' && (errCode > 0 || errCode === WECHAT_BUSY || TURNED_AWAY.includes(errCode));
    return saidNo ? errCode : undefined;
  }
}
