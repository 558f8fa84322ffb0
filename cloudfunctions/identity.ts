import { cloud } from './db/cloud';

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
 * True where no client is behind the call: a timer (`wx_trigger`, also through a function of ours), or who owns the
 * environment, in its console or by its keys. A client without identity (`wx_client` from 朋友圈's single page) can put into
 * an event what it likes, not into this.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/utils/Cloud.getWXContext.html
 */
export function isFromPlatform(): boolean {
  const { SOURCE } = cloud.getWXContext();
  const first = String(SOURCE ?? '').split(',')[0] ?? '';
  return first === 'wx_trigger' || !first.startsWith('wx_');
}
