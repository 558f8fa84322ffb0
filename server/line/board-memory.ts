import QuickLRU from 'quick-lru';
import { SECOND } from '../../domain/base/clock';
import type { SectionCount } from '../../domain/api';
import { countOf } from '../../domain/line/place';
import { _, findEvery } from '../base/database';
import { isYoung } from '../base/is-young';

/**
 * Instance memory: the seat counts of a batch, at most a second old. However many people look, an instance asks the
 * database once a second.
 */
const LIFETIME_MS = SECOND;

export interface Board {
  counts: SectionCount[];
  countedAt: number;
  /** When a count last differed from the look before; `null` = never since this instance began to look. */
  movedAt: number | null;
}

/** Far above the number of batches that people look at. It only keeps old batches from staying in memory for good. */
const MOST = 100;

const boards = new QuickLRU<string, Board>({ maxSize: MOST });

export const boardOf = async (batchId: string, now: number): Promise<Board> =>
  (await boardsOf([batchId], now))(batchId);

/** The boards of several batches. One operation for all that are not in memory, however many. */
export async function boardsOf(batchIds: readonly string[], now: number): Promise<(batchId: string) => Board> {
  const found = new Map<string, Board>();
  for (const id of batchIds) {
    const known = boards.get(id);
    if (known && isYoung(known.countedAt, now, LIFETIME_MS)) found.set(id, known);
  }
  const asked = batchIds.filter(id => !found.has(id));
  const counted = asked.length > 0 ? await countsOf(asked) : [];
  for (const id of asked) {
    const counts = counted.filter(one => one.batchId === id).map(countOf);
    const board = boardAfter(boards.get(id), counts, now);
    boards.set(id, board);
    found.set(id, board);
  }
  return batchId => found.get(batchId) ?? boardAfter(undefined, [], now);
}

/** In the order of ids. */
const countsOf = (batchIds: readonly string[]) =>
  findEvery('sections', { batchId: _.in([...batchIds]) }, ['batchId', 'capacity', 'waitlistLimit', 'lineCount']);

function boardAfter(known: Board | undefined, counts: SectionCount[], now: number): Board {
  const moved = known !== undefined && JSON.stringify(known.counts) !== JSON.stringify(counts);
  return { counts, countedAt: now, movedAt: moved ? now : (known?.movedAt ?? null) };
}
