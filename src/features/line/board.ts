import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SectionCount } from '../../../domain/api';
import { means } from '../../../domain/base/fate';
import { POSTED_LOOK_MS } from '../../../domain/base/pace';
import { call } from '../../app/call/call';
import { keepLooking } from '../../app/call/polling';
import { lookAtPosted } from './posted';

export interface Board {
  counts: Record<string, SectionCount>;
  countedAt: number;
  /** True if the last look brought nothing: what is shown may be out of date. */
  stale: boolean;
}

const boards = createStore<Record<string, Board>>(() => ({}));

/**
 * Looks once. Around the stroke it reads the posted board, which costs no call; otherwise it asks a function.
 * Returns when to look again.
 */
async function look(batchId: string): Promise<number | undefined> {
  const posted = await lookAtPosted(batchId);
  if (posted) {
    show(batchId, posted.counts, posted.readAt);
    return POSTED_LOOK_MS;
  }
  const answer = await call('line.board', { batchId });
  if (!answer.ok) {
    const known = boards.getState()[batchId];
    if (known) boards.setState({ [batchId]: { ...known, stale: true } });
    return means(answer, 'soon') ? answer.details.retryAfterMs : undefined;
  }
  const { counts, countedAt, pollAfterMs } = answer.data;
  show(batchId, counts, countedAt);
  return pollAfterMs;
}

/** Two instances may answer by turns, so an older count must not replace a newer one. */
function show(batchId: string, counts: SectionCount[], countedAt: number): void {
  const known = boards.getState()[batchId];
  if (known && countedAt < known.countedAt) return;
  const byId = Object.fromEntries(counts.map(count => [count.sectionId, count]));
  boards.setState({ [batchId]: { counts: byId, countedAt, stale: false } });
}

/** The seat counts of a batch. While `looking`, they are fetched again at the pace that the server asks for. */
export function useBoard(batchId: string, looking: boolean): Board | undefined {
  useEffect(() => (looking && batchId ? keepLooking(() => look(batchId)) : undefined), [batchId, looking]);
  return useStore(boards, all => all[batchId]);
}
