import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { EndpointName, Output } from '../../../domain/api';
import { serverClock } from '../clock/server-clock';
import type { Asked, Question } from './asked';
import { useShown } from '../page/use-shown';

interface HowToAsk {
  /** If false, does not ask yet. */
  when?: boolean;
  /** An answer younger than this (in ms) is good enough, because a crowd that opens a page must not ask all at once. */
  freshForMs?: number;
}

/** What is known of a question. Asks anew each time the page is shown, unless the answer is fresh. */
export function useAsked<N extends EndpointName>(
  one: Question<Output<N>, N>,
  { when = true, freshForMs = 0 }: HowToAsk = {},
): Asked<Output<N>> {
  const shown = useShown();
  useEffect(() => {
    if (!shown || !when) return;
    const { data, savedAt, failed } = one.store.getState();
    const age = serverClock.now() - savedAt;
    // Before the first answer of a cold start the clock is the phone's own. If it is slow, saved answers seem to come
    // from the future.
    const fresh = data !== undefined && !failed && age >= 0 && age < freshForMs;
    if (!fresh) void one.ask();
  }, [one, shown, when, freshForMs]);
  return useStore(one.store);
}
