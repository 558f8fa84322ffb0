import { useRef, useState } from 'react';
import type { DraftProblem, DraftView, EndpointName, Input } from '../../../../domain/api';
import { draftProblems } from '../../../../domain/draft/draft-problems';
import { blankDraft } from '../../../../domain/draft/terms';
import { newActId } from '../../../app/act/act-id';
import { call, LONG_CALL_MS } from '../../../app/call/call';
import { questions } from '../../../app/memory/asked';
import { useAsked } from '../../../app/memory/use-asked';

export const draftOf = questions('draft.read', draftId => ({ draftId }));

/** Endpoints that answer with the draft as it is after the act. */
type Writing = Extract<
  EndpointName,
  'draft.save' | 'draft.saveSection' | 'draft.removeSection' | 'draft.importSheet' | 'menu.ask'
>;

/** A new draft before anything is in it. Nothing is stored until there is. */
function blank(draftId: string): DraftView {
  const draft = blankDraft('');
  const problems = draftProblems({ ...draft, _id: draftId, createdAt: 0, updatedAt: 0 }, 0);
  return { ...draft, draftId, problems, hints: [], preview: null };
}

/**
 * A draft and the functions that write to it. Every answer is the new draft. Somebody who was overtaken sees what
 * others wrote.
 * @param fresh it may not be stored yet; the first write creates it.
 */
export function useDraft(draftId: string, fresh: boolean) {
  const question = draftOf(draftId);
  const stored = useAsked(question);
  const [busy, setBusy] = useState(false);
  const [message, setMessage] = useState<string>();
  // Before the first write there is no such draft. That refusal stays known after the write, and is no fault then either.
  const notStored = fresh && stored.failed?.code === 'DRAFT_NOT_FOUND';
  const asked = notStored ? { ...stored, data: stored.data ?? blank(draftId), failed: undefined } : stored;

  /** A draft is named after the act that creates it, so it is created once however often this is called. */
  async function make(): Promise<{ ok: true } | { ok: false; message: string }> {
    if (question.store.getState().data || !fresh) return { ok: true };
    const answer = await call('draft.create', { actId: draftId.replace(/^b-/, '') });
    return answer.ok ? { ok: true } : { ok: false, message: answer.message };
  }

  /** The last write without a definite answer. The same content sent again is the same act. */
  const last = useRef<{ actId: string; said: string }>();

  async function write<N extends Writing>(endpoint: N, input: Omit<Input<N>, 'draftId' | 'revision' | 'actId'>) {
    const said = JSON.stringify([endpoint, input]);
    if (last.current?.said !== said) last.current = { actId: newActId(), said };
    const { actId } = last.current;
    setBusy(true);
    setMessage(undefined);
    await make();
    const revision = question.store.getState().data?.revision ?? 1;
    const answer = await call(endpoint, { ...input, draftId, revision, actId } as unknown as Input<N>, {
      timeoutMs: LONG_CALL_MS,
    });
    if (answer.ok) {
      last.current = undefined;
      question.put(() => answer.data as DraftView);
    } else {
      setMessage(answer.message);
      if (answer.code === 'DRAFT_CHANGED') await question.ask();
    }
    setBusy(false);
    return answer;
  }
  return {
    asked,
    made: stored.data !== undefined,
    again: () => void question.ask(),
    make,
    write,
    busy,
    message,
    say: setMessage,
  };
}
export type Draft = ReturnType<typeof useDraft>;

/** The step in which a problem can be corrected: 0 the course sheet, 1 times and rules. */
export const stepOf = ({ where }: Pick<DraftProblem, 'where'>): number =>
  where === 'sections' || typeof where === 'object' ? 0 : 1;
