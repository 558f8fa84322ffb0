import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { EndpointName, Output } from '../../domain/contract';
import type { Asked, Question } from './asked';
import { useShown } from './use-shown';

/** What is known of a question; asks anew each time the page is shown (unless told not to). */
export function useAsked<N extends EndpointName>(
  one: Question<Output<N>, N>,
  { when = true }: { when?: boolean } = {},
): Asked<Output<N>> {
  const shown = useShown();
  useEffect(() => {
    if (shown && when) void one.ask();
  }, [one, shown, when]);
  return useStore(one.store);
}
