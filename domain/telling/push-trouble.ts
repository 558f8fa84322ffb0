import { DAY, MINUTE, startOfDay } from '../base/clock';
import type { MessageTrouble, PushKind } from '../model';

const INBOX = '小程序里的消息照常';

/**
 * WeChat's answers that say nothing about the person, so that the next message would meet the same. In these cases no
 * consent is spent: the message stays due, the consent is given back, sending pauses, and staff read what to do.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html
 */
const CONCERNS: Record<number, { whom: 'all' | 'kind'; pauseMs: number; says: (what: string) => string }> = {
  // reach max api daily quota limit
  45009: {
    whom: 'all',
    pauseMs: 10 * MINUTE,
    says: what => `今天微信的${what}次数用完了（45009）：${INBOX}，微信那边恢复后自动补发，不用处理。`,
  },
  // api minute-quota reach limit, must slower
  45011: {
    whom: 'all',
    pauseMs: MINUTE,
    says: what => `${what}发得太快，微信请我们慢一点（45011）：${INBOX}，一分钟后自动接着发，不用处理。`,
  },
  // invalid template_id: removed, or another mini-program's
  40037: {
    whom: 'kind',
    pauseMs: 30 * MINUTE,
    says: what =>
      `${what}发不出去，模板没有了（40037）：${INBOX}。请技术人员在微信公众平台重新选用模板，改 SUBSCRIBE_TEMPLATES 后运行 npm run deploy。`,
  },
  // the template, or the right to send, is banned
  43107: {
    whom: 'kind',
    pauseMs: 30 * MINUTE,
    says: what => `${what}被微信封了（43107）：${INBOX}。请小程序管理员看微信公众平台的站内信。`,
  },
  // the function has no permission for this API (https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/openapi/openapi.html)
  [-604101]: {
    whom: 'all',
    pauseMs: 10 * MINUTE,
    says: what =>
      `${what}没有权限（-604101）：${INBOX}。请技术人员用微信开发者工具把云函数 tell 上传一次，见 docs/部署.md 第 3 节。`,
  },
};

/** A message that could not be sent for this long is given up. The inbox has had the notice all along. */
export const GIVE_UP_MS = DAY;

/** The trouble that an error code stands for; `undefined` = it concerns this one message. */
export function troubleOf(code: number, kind: PushKind, now: number): MessageTrouble | undefined {
  const concern = CONCERNS[code];
  if (!concern) return undefined;
  return { _id: concern.whom === 'all' ? 'all' : kind, code, at: now, until: now + concern.pauseMs };
}

/** WeChat counts one quota by the day and another by the minute. Other troubles end when somebody fixes them. */
const ENDS: Record<number, (at: number) => number> = {
  45009: at => startOfDay(at) + DAY,
  45011: at => at + MINUTE,
};

/** True once a trouble has ended by itself. */
export const isTroubleOver = ({ code, at }: Pick<MessageTrouble, 'code' | 'at'>, now: number): boolean =>
  now >= (ENDS[code]?.(at) ?? Infinity);

const KIND_WORDS: Record<PushKind, string> = {
  promoted: '候补递补',
  changed: '班有变动',
  opening: '开放前提醒',
  tomorrow: '明天上课',
};

/** A sentence for staff: what does not work, and what to do. */
export function troubleWords({ _id, code }: Pick<MessageTrouble, '_id' | 'code'>): string {
  const what = _id === 'all' ? '订阅消息' : `“${KIND_WORDS[_id]}”的订阅消息`;
  return CONCERNS[code]?.says(what) ?? `${what}暂时发不出去（${code}）：${INBOX}。请技术人员看云函数 tell 的日志。`;
}
