import type { Answer } from '../protocol';
import { post } from './port';
import { Fail, type Bag } from './wx/call';

let asks = 0;
const waiting = new Map<number, (answer: Answer) => void>();

/** Asks the other thread, and through it a person: what they chose, allowed or wrote. @throws Fail if they refused. */
export async function ask<T = Bag>(what: string, options: Bag): Promise<T> {
  const ask = ++asks;
  const answer = await new Promise<Answer>(resolve => {
    waiting.set(ask, resolve);
    post({ kind: 'ask', ask, what, options });
  });
  if (!answer.ok) throw new Fail(answer.errMsg, answer.errCode);
  return answer.result as T;
}

export function answered(ask: number, answer: Answer): void {
  waiting.get(ask)?.(answer);
  waiting.delete(ask);
}

/** Tells the other thread to do something that needs no answer. */
export const tell = (what: string, options: Bag): void => post({ kind: 'do', what, options });
