import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SectionCount } from '../../domain/contract';
import { call } from '../api/call';
import { keepLooking } from './polling';

export interface Board {
  counts: Record<string, SectionCount>;
  countedAt: number;
  /** True while the last look brought nothing: what is shown may be older than it seems. */
  stale: boolean;
}

const boards = createStore<Record<string, Board>>(() => ({}));

/** One look at the board. Says when to look again. */
async function look(batchId: string): Promise<number | undefined> {
  const answer = await call('line.board', { batchId });
  const known = boards.getState()[batchId];
  if (!answer.ok) {
    if (known) boards.setState({ [batchId]: { ...known, stale: true } });
    return answer.code === 'BUSY' ? answer.details.retryAfterMs : undefined;
  }
  const { counts, countedAt, pollAfterMs } = answer.data;
  // Two instances may answer in turn: an older count never replaces a newer one.
  if (!known || countedAt >= known.countedAt) {
    const byId = Object.fromEntries(counts.map(count => [count.sectionId, count]));
    boards.setState({ [batchId]: { counts: byId, countedAt, stale: false } });
  }
  return pollAfterMs;
}

/** The seat counts of a batch, looked up again at the server's pace while `looking`. */
export function useBoard(batchId: string, looking: boolean): Board | undefined {
  useEffect(() => (looking && batchId ? keepLooking(() => look(batchId)) : undefined), [batchId, looking]);
  return useStore(boards, all => all[batchId]);
}
