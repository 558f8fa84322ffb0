import { createHash, timingSafeEqual } from 'node:crypto';
import { cloud } from './cloud';

/** Who calls, from the platform and from nothing in the request. `undefined` where nobody does (a timer). */
export function callerOpenid(): string | undefined {
  const { OPENID } = cloud.getWXContext();
  return typeof OPENID === 'string' && OPENID !== '' ? OPENID : undefined;
}

/** The environment that this function runs in, as the platform says. */
export function environment(): string {
  const { ENV } = cloud.getWXContext();
  return typeof ENV === 'string' ? ENV : '';
}

/**
 * Where a call may have begun for the platform's own work to be done: at a timer, also through functions of ours that a
 * timer called. Nothing else is let in. WeChat names `wx_client`, `wx_devtools`, `wx_http`, `wx_localdebug`, `wx_crawler`,
 * `wx_paycallback` and `wx_unknown` besides, and calls all the rest 非微信端触发: that may be the console, and as well a
 * browser with an anonymous login. A call whose origin is not told is taken for one of those.
 * https://developers.weixin.qq.com/minigame/dev/wxcloud/reference-sdk-api/utils/Cloud.getWXContext.md
 */
const PLATFORM = 'wx_trigger';

export function isFromPlatform(): boolean {
  const { SOURCE } = cloud.getWXContext();
  const [first, ...through] = String(SOURCE ?? '').split(',');
  return first === PLATFORM && through.every(one => one === 'scf');
}

/** Shorter ones can be guessed. */
const LEAST_KEY = 24;

/**
 * True for whoever owns the environment: they know the key that stands in the functions' variable `HG_OWNER_KEY`, which
 * only the console and the command that deploys can read. Where it is not set nobody is the owner.
 */
export function isOwner(key: unknown): boolean {
  const set = process.env['HG_OWNER_KEY'] ?? '';
  if (typeof key !== 'string' || set.length < LEAST_KEY) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(key), digest(set));
}
