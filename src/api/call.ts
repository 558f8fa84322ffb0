import type { AnswerOf, EndpointName, Input } from '../../domain/contract';
import { REFUSALS } from '../../domain/codes';
import { serverClock } from './server-clock';
import { sendByCloud } from './transport-cloud';
import { sendByHttp } from './transport-http';
import type { Reply, Transport } from './transport';

/** The only way to the network. Everything else asks `call`. */
const send: Transport = process.env.TARO_ENV === 'weapp' && !process.env.HG_GATEWAY ? sendByCloud : sendByHttp;

/** No answer came. After `TIMEOUT` nobody knows whether it happened: ask, don't guess. */
export type NoAnswer = { ok: false; code: 'OFFLINE' | 'TIMEOUT'; message: string; now: number; details?: undefined };

export type Called<N extends EndpointName> = AnswerOf<N> | NoAnswer;

/** Longer than the functions' own time-out of 5 s, so that a slow answer is still heard. */
const TIMEOUT_MS = 8_000;

const NO_ANSWER = {
  OFFLINE: '网络没有连上，请看看信号，连上后再试',
  TIMEOUT: '等了一会儿还没收到答复，请再试一次',
} as const;

const isAnswer = (value: unknown): value is { ok: boolean; now: number } =>
  typeof value === 'object' && value !== null && typeof (value as { ok?: unknown }).ok === 'boolean';

function notAnswered(reply: Reply): { ok: false; code: string; message: string; now: number; details?: unknown } {
  const now = serverClock.now();
  if (reply.kind === 'offline') return { ok: false, code: 'OFFLINE', message: NO_ANSWER.OFFLINE, now };
  if (reply.kind === 'timeout') return { ok: false, code: 'TIMEOUT', message: NO_ANSWER.TIMEOUT, now };
  if (reply.kind === 'busy')
    return { ok: false, code: 'BUSY', message: REFUSALS.BUSY, now, details: { retryAfterMs: reply.retryAfterMs } };
  return { ok: false, code: 'FAULT', message: REFUSALS.FAULT, now };
}

/**
 * Asks one endpoint once. Never rejects: a refusal, a lost connection and a late answer are answers too.
 * Every answer sets the server's clock a little better.
 */
export async function call<N extends EndpointName>(
  endpoint: N,
  input: Input<N>,
  { timeoutMs = TIMEOUT_MS }: { timeoutMs?: number } = {},
): Promise<Called<N>> {
  const sentAt = Date.now();
  const reply = await send(endpoint.split('.')[0] ?? '', { endpoint, input }, timeoutMs);
  if (reply.kind === 'answer' && isAnswer(reply.value)) {
    serverClock.observe(sentAt, Date.now(), reply.value.now);
    return reply.value as Called<N>;
  }
  return notAnswered(reply.kind === 'answer' ? { kind: 'fault' } : reply) as Called<N>;
}
