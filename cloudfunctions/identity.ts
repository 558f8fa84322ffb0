import { cloud } from './db/cloud';

/** Who calls, from the platform and from nothing in the request. `undefined` where nobody does (a timer). */
export function callerOpenid(): string | undefined {
  const { OPENID } = cloud.getWXContext();
  return typeof OPENID === 'string' && OPENID !== '' ? OPENID : undefined;
}
