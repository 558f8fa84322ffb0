import type { StoreApi } from 'zustand/vanilla';
import type { EndpointName, Input, Output } from '../../../domain/api';
import type { AnswerCode } from '../../../domain/base/fate';
import { call, type Called } from '../call/call';
import { serverClock } from '../clock/server-clock';
import { personStore } from './forget';
import { recall, remember } from './remembered';

/** What a screen knows of one question: the answer with its age, and how the last try ended. */
export interface Asked<T> {
  data: T | undefined;
  /** When the server gave `data`. */
  savedAt: number;
  /** A question is on its way. */
  asking: boolean;
  /** Why the last try brought nothing new; `undefined` after a good answer. */
  failed: { code: AnswerCode; message: string; technical?: string } | undefined;
}

export interface Question<T, N extends EndpointName> {
  store: StoreApi<Asked<T>>;
  /** Asks anew. Two calls at the same time share one answer. */
  ask: () => Promise<Called<N>>;
  /** Stores what another answer has told, so that nothing is fetched twice. */
  put: (change: (data: T | undefined) => T | undefined) => void;
}

/**
 * Asks one endpoint with one input. The answer is remembered on the phone, because an old answer with its age is
 * better than none.
 */
export function question<N extends EndpointName>(endpoint: N, input: Input<N>): Question<Output<N>, N> {
  const key = `${endpoint}:${JSON.stringify(input)}`;
  const kept = recall<Output<N>>(key);
  const store = personStore<Asked<Output<N>>>(() => ({
    data: undefined,
    savedAt: 0,
    asking: false,
    failed: undefined,
  }));
  if (kept) store.setState({ data: kept.value, savedAt: kept.savedAt });
  let onItsWay: Promise<Called<N>> | undefined;

  async function askOnce(): Promise<Called<N>> {
    store.setState({ asking: true });
    const answer = await call(endpoint, input);
    if (answer.ok) {
      const data = answer.data as Output<N>;
      store.setState({ data, savedAt: answer.now, asking: false, failed: undefined });
      remember(key, data, answer.now);
    } else {
      const { technical } = (answer.details ?? {}) as { technical?: string };
      const failed = { code: answer.code, message: answer.message, ...(technical ? { technical } : {}) };
      store.setState({ asking: false, failed });
    }
    return answer;
  }

  return {
    store,
    ask: () => (onItsWay ??= askOnce().finally(() => (onItsWay = undefined))),
    put: change => {
      const data = change(store.getState().data);
      const savedAt = serverClock.now();
      store.setState({ data, savedAt });
      if (data !== undefined) remember(key, data, savedAt);
    },
  };
}

/** One question for each id. */
export function questions<N extends EndpointName>(endpoint: N, inputOf: (id: string) => Input<N>) {
  const all = new Map<string, Question<Output<N>, N>>();
  return (id: string): Question<Output<N>, N> => {
    let one = all.get(id);
    if (!one) {
      one = question(endpoint, inputOf(id));
      all.set(id, one);
    }
    return one;
  };
}
