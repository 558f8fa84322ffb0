import { useState } from 'react';
import type { DraftView, EndpointName, Input } from '../../../../domain/contract';
import { call, LONG_CALL_MS } from '../../../api/call';
import { questions } from '../../../state/asked';
import { useAsked } from '../../../state/use-asked';

export const draftOf = questions('draft.read', draftId => ({ draftId }));

/** Endpoints that answer with the draft as it then is. */
type Writing = Extract<EndpointName, 'draft.save' | 'draft.saveSection' | 'draft.removeSection' | 'draft.importSheet'>;

/** A draft and how to write to it: every answer is the new draft; who was overtaken sees what others wrote. */
export function useDraft(draftId: string) {
  const question = draftOf(draftId);
  const asked = useAsked(question);
  const [busy, setBusy] = useState(false);
  const [message, setMessage] = useState<string>();

  async function write<N extends Writing>(endpoint: N, input: Omit<Input<N>, 'draftId' | 'revision'>) {
    setBusy(true);
    setMessage(undefined);
    const revision = question.store.getState().data?.revision ?? 0;
    const answer = await call(endpoint, { ...input, draftId, revision } as unknown as Input<N>, {
      timeoutMs: LONG_CALL_MS,
    });
    if (answer.ok) question.put(() => answer.data as DraftView);
    else {
      setMessage(answer.message);
      if (answer.code === 'DRAFT_CHANGED') await question.ask();
    }
    setBusy(false);
    return answer;
  }
  return { asked, again: () => void question.ask(), write, busy, message, say: setMessage };
}
export type Draft = ReturnType<typeof useDraft>;
