import { useRef } from 'react';
import type { EndpointName, Input, Output } from '../../../domain/api';
import { askUntilKnown } from '../call/ask-until-known';
import { LONG_CALL_MS, type Called } from '../call/call';
import { newActId } from './act-id';
import { useDoing, type Doing } from './use-doing';

/** Endpoints that know an act by its id, so that the same act sent again is done once. */
type ActName = { [N in EndpointName]: 'actId' extends keyof Input<N> ? N : never }[EndpointName];
type Refused<N extends EndpointName> = Exclude<Called<N>, { ok: true }>;
/** What the form says. */
type Content<N extends ActName> = Omit<Input<N>, 'actId'>;

interface Act<N extends ActName> extends Pick<Doing, 'state' | 'say'> {
  /**
   * Sends it, and asks again until it is known whether it was done.
   * @param done goes on with the answer. The button stays busy until that is finished.
   * @param refused another sentence than the refusal's own, and what else follows from it.
   */
  act: (
    content: Content<N>,
    done: (data: Output<N>) => void | Promise<void>,
    refused?: (answer: Refused<N>) => string | undefined,
  ) => Promise<void>;
}

/**
 * One act of staff. It has an id. The same content sent again, by the app or by a second tap, is the same act. A form
 * that was edited in between sends another act, which the server would refuse under the old id.
 * @param long for what reads or writes a whole batch
 */
export function useAct<N extends ActName>(endpoint: N, { long = false }: { long?: boolean } = {}): Act<N> {
  const { state, run, say } = useDoing();
  const last = useRef<{ actId: string; said: string }>();

  const act: Act<N>['act'] = (content, done, refused) =>
    run(async () => {
      const said = JSON.stringify(content);
      if (last.current?.said !== said) last.current = { actId: newActId(), said };
      const input = { ...content, actId: last.current.actId } as unknown as Input<N>;
      const answer = await askUntilKnown(endpoint, input, long ? { timeoutMs: LONG_CALL_MS } : {});
      if (!answer.ok) return refused?.(answer as Refused<N>) ?? answer.message;
      last.current = undefined;
      await done(answer.data as Output<N>);
      return undefined;
    });
  return { state, act, say };
}
