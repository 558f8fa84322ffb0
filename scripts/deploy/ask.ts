import { setTimeout as sleep } from 'node:timers/promises';

/** Makes one call of Tencent's API (version 3.0). Rejects with an error that has Tencent's `code`. */
export type Ask = (service: 'tcb' | 'scf', action: string, param: Record<string, unknown>) => Promise<Answer>;

export type Answer = Record<string, unknown>;

export const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');

const TOO_OFTEN = /^(RequestLimitExceeded|LimitExceeded\.Request)/;

/** Asks again if Tencent says that it was asked too often (20 calls a second). */
export const patient =
  (ask: Ask, pause = (ms: number): Promise<unknown> => sleep(ms), tries = 4): Ask =>
  async (service, action, param) => {
    for (let left = tries; ; left--) {
      try {
        return await ask(service, action, param);
      } catch (error) {
        if (left <= 1 || !TOO_OFTEN.test(codeOf(error))) throw error;
        await pause(1_000);
      }
    }
  };
