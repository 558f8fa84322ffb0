import { PART_NAMES, type Part } from '../../domain/probe/keys';
import type { Observed, ProbeReport } from '../../domain/probe/compare';
import { Told } from '../deploy/told';

/** Runs the function `probe` with one event of a timer and returns its result. */
export type Invoke = (event: object) => Promise<unknown>;

interface Returned {
  ok?: boolean;
  message?: string;
  data?: { observations?: Record<string, Observed>; broke?: string | null };
}

export const PART_WORDS: Record<Part, string> = {
  errors: '错误码和条件更新',
  transactions: '事务和抢名额',
  limits: '各种上限',
  latencies: '快慢',
  platform: '实例和身份',
  openapi: '微信接口对错误请求的答复',
};

/**
 * Runs all parts as the owner of the environment, one call each, so that each stays below the function's time-out. A
 * part that broke in the middle is reported, and what it saw counts.
 */
export async function measure(
  where: string,
  invoke: Invoke,
  tell: (sentence: string) => void,
  ownerKey: string,
): Promise<ProbeReport> {
  const observations: Record<string, Observed> = {};
  for (const part of PART_NAMES) {
    tell(`量${PART_WORDS[part]} …`);
    const returned = (await invoke({
      Type: 'Timer',
      TriggerName: 'probe',
      Key: ownerKey,
      Message: JSON.stringify({ part }),
    })) as Returned | null;
    if (!returned?.ok || !returned.data?.observations)
      throw new Told(`函数 probe 没有量成（${part}）：${returned?.message ?? '没有答复'}。请看它的日志。`);
    Object.assign(observations, returned.data.observations);
    if (returned.data.broke) tell(`这一段没有量完：${returned.data.broke}`);
  }
  return { version: 1, at: Date.now(), where, observations };
}
