import Taro from '@tarojs/taro';
import { GATE_RETRY_MS } from '../../domain/rules/pace';
import type { Reply, Transport } from './transport';

let begun = false;

function cloud() {
  if (!begun) {
    Taro.cloud.init(process.env.HG_ENV ? { env: process.env.HG_ENV } : {});
    begun = true;
  }
  return Taro.cloud;
}

/** WeChat's error codes, as far as they tell us what to do next. */
export function replyToCloudError(error: unknown): Reply {
  const code = Number((error as { errCode?: unknown } | null)?.errCode);
  const text = String((error as { errMsg?: unknown } | null)?.errMsg ?? error);
  // Too many calls at once: WeChat says to come back after a minute. Before that every call fails at once.
  if (code === -405015) return { kind: 'busy', retryAfterMs: 60_000 };
  if (code === -504003 || /timed? ?out/i.test(text)) return { kind: 'timeout' };
  if (/concurren|frequency|limit/i.test(text) && code <= -500000) return { kind: 'busy', retryAfterMs: GATE_RETRY_MS };
  if (code <= -500000) return { kind: 'fault' };
  return { kind: 'offline' };
}

/** Production: the cloud functions of the environment that the mini-program is bound to. */
export const sendByCloud: Transport = async (name, data, timeoutMs) => {
  let clock: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Reply>(resolve => {
    clock = setTimeout(() => resolve({ kind: 'timeout' }), timeoutMs);
  });
  const answered = cloud()
    .callFunction({ name, data })
    .then((reply): Reply => ({ kind: 'answer', value: (reply as { result?: unknown }).result }), replyToCloudError);
  const first = await Promise.race([answered, late]);
  clearTimeout(clock);
  return first;
};
