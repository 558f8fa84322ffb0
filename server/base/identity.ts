import { createHash, timingSafeEqual } from 'node:crypto';
import { cloud } from './cloud';

/**
 * The caller's openid, taken from the platform and never from the request. `undefined` if no person calls (a timer).
 */
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
 * The platform's own work is done only for calls that began at a timer, directly or through our functions that a timer
 * called. Nothing else is let in. WeChat also names `wx_client`, `wx_devtools`, `wx_http`, `wx_localdebug`,
 * `wx_crawler`, `wx_paycallback` and `wx_unknown`, and calls all the rest 非微信端触发. That may be the console, but also a
 * browser with an anonymous login. A call of unknown origin is treated as one of those.
 * https://developers.weixin.qq.com/minigame/dev/wxcloud/reference-sdk-api/utils/Cloud.getWXContext.md
 */
const PLATFORM = 'wx_trigger';

export function isFromPlatform(): boolean {
  const { SOURCE } = cloud.getWXContext();
  const [first, ...through] = String(SOURCE ?? '').split(',');
  return first === PLATFORM && through.every(one => one === 'scf');
}

/** A shorter key can be guessed. */
const LEAST_KEY = 24;

/**
 * True if the caller owns the environment, which means that they know the key in the functions' variable
 * `HG_OWNER_KEY`. Only the console and the command that deploys can read it. If it is not set, nobody is the owner.
 */
export function isOwner(key: unknown): boolean {
  const set = process.env['HG_OWNER_KEY'] ?? '';
  if (typeof key !== 'string' || set.length < LEAST_KEY) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(key), digest(set));
}
