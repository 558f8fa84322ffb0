import Taro from '@tarojs/taro';
import { localOpenid } from '../local/person';
import { isSinglePage } from '../single-page/single-page';
import type { Reply, Transport } from './transport';

/** Empty in a browser, because the emulator serves both the page and the functions. */
const GATEWAY = process.env.HG_GATEWAY ?? '';

/** The emulator's words. They mean the same as those of the cloud in `cloud-errors.ts`. */
const replyToStatus = (status: number, body: unknown): Reply => {
  if (status === 200) return { kind: 'answer', value: body };
  if (status === 429 || status === 503) return { kind: 'busy', retryAfterMs: 1_000 };
  const code = String((body as { code?: unknown } | null)?.code ?? '');
  if (status === 504 || code === 'OUT_OF_MEMORY') return { kind: 'timeout' };
  if (code === 'FUNCTION_NOT_FOUND' || code === 'FUNCTION_BROKEN') return { kind: 'missing', code };
  if (code === 'ENV_ISOLATED') return { kind: 'stopped', code };
  return { kind: 'fault' };
};

/** On one machine: calls the emulator's gateway as the person who is chosen in the local bar. */
export const sendByHttp: Transport = async (fn, event, timeoutMs) => {
  const who: Record<string, string> = isSinglePage()
    ? { 'x-wx-identityless': 'true' }
    : { 'x-wx-openid': await localOpenid() };
  try {
    const { statusCode, data } = await Taro.request<unknown>({
      url: `${GATEWAY}/call/${fn}`,
      method: 'POST',
      header: { 'content-type': 'application/json', ...who },
      data: event,
      timeout: timeoutMs,
    });
    return replyToStatus(statusCode, data);
  } catch (error) {
    const text = String((error as { errMsg?: unknown } | null)?.errMsg ?? error);
    return /time ?-?out|abort/i.test(text) ? { kind: 'timeout' } : { kind: 'offline' };
  }
};
