import type { AnswerOf, EndpointName, Input } from '../../../domain/api';
import { SAID_BY_APP } from '../../../domain/base/said-by-app';
import { functionOf, functionWithoutIdentity } from '../../../domain/functions';
import { sleep } from './sleep';
import { serverClock } from '../clock/server-clock';
import { isSinglePage } from '../single-page/single-page';
import { sendByCloud } from './transport-cloud';
import { sendByHttp } from './transport-http';
import type { Reply, Transport } from './transport';

/** The only way to the network. Everything else uses `call`. */
const send: Transport = process.env.TARO_ENV === 'weapp' && !process.env.HG_GATEWAY ? sendByCloud : sendByHttp;

/**
 * No answer came. After `TIMEOUT` nobody knows whether the act happened, so ask; do not guess. After `STOPPED` it
 * certainly did not.
 */
export type NoAnswer =
  | { ok: false; code: 'OFFLINE' | 'TIMEOUT'; message: string; now: number; details?: undefined }
  | { ok: false; code: 'STOPPED'; message: string; now: number; details: { technical: string } };

export type Called<N extends EndpointName> = AnswerOf<N> | NoAnswer;

/** Longer than 5 s, the time-out of the function that a crowd calls, so that a slow answer is still heard. */
const TIMEOUT_MS = 8_000;

/** For calls that read a sheet or a whole batch, or ask WeChat for a code. None of them takes half as long. */
export const LONG_CALL_MS = 32_000;

const NO_ANSWER = {
  OFFLINE: '网络没有连上，请看看信号，连上后再试',
  TIMEOUT: '等了一会儿还没收到答复，请再试一次',
} as const;

const isAnswer = (value: unknown): value is { ok: boolean; now: number } =>
  typeof value === 'object' && value !== null && typeof (value as { ok?: unknown }).ok === 'boolean';

/**
 * A function that is being replaced is back in a moment. It has not run, so every call may safely be sent once more.
 */
const AGAIN_MS = 1_200;

function notAnswered(
  reply: Reply,
  fn: string,
): { ok: false; code: string; message: string; now: number; details?: unknown } {
  const now = serverClock.now();
  const no = (code: string, message: string, details?: unknown) => ({
    ok: false as const,
    code,
    message,
    now,
    details,
  });
  switch (reply.kind) {
    case 'offline':
      return no('OFFLINE', NO_ANSWER.OFFLINE);
    case 'timeout':
      return no('TIMEOUT', NO_ANSWER.TIMEOUT);
    case 'busy':
      return no('BUSY', SAID_BY_APP.BUSY, { retryAfterMs: reply.retryAfterMs });
    case 'missing':
      return no('UPGRADING', SAID_BY_APP.UPGRADING, {
        technical: `云函数 ${fn} 没有部署好（${reply.code}）：请技术人员运行 npm run doctor，再 npm run deploy`,
      });
    case 'stopped':
      return no('STOPPED', SAID_BY_APP.STOPPED, {
        technical: `云开发环境停用了（${reply.code}）：请在云开发控制台看是不是欠费或套餐到期`,
      });
    default:
      return no('FAULT', SAID_BY_APP.FAULT);
  }
}

/**
 * Asks one endpoint once. Never rejects: a refusal, a lost connection and a late answer are answers too. Every
 * answer makes the estimate of the server's clock a little better.
 */
export async function call<N extends EndpointName>(
  endpoint: N,
  input: Input<N>,
  { timeoutMs = TIMEOUT_MS }: { timeoutMs?: number } = {},
): Promise<Called<N>> {
  const fn = isSinglePage() ? functionWithoutIdentity(endpoint) : functionOf(endpoint);
  let sentAt = Date.now();
  let reply = await send(fn, { endpoint, input }, timeoutMs);
  if (reply.kind === 'missing') {
    await sleep(AGAIN_MS);
    sentAt = Date.now();
    reply = await send(fn, { endpoint, input }, timeoutMs);
  }
  if (reply.kind === 'answer' && isAnswer(reply.value)) {
    serverClock.observe(sentAt, Date.now(), reply.value.now);
    return reply.value as Called<N>;
  }
  return notAnswered(reply.kind === 'answer' ? { kind: 'fault' } : reply, fn) as Called<N>;
}
