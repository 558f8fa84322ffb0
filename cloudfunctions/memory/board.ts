import { SECOND } from '../../domain/clock';
import type { SectionCount } from '../../domain/contract';
import { countOf } from '../../domain/rules/place';
import { findOnly } from '../db/database';
import { isYoung } from './is-young';

/**
 * Instance memory: the seat counts of a batch, at most a second old. However many look, an instance asks the database
 * once a second.
 */
const LIFETIME_MS = SECOND;

export interface Board {
  counts: SectionCount[];
  countedAt: number;
  /** When a count was last seen to differ from the look before; `null` = not since this instance looks. */
  movedAt: number | null;
}

const boards = new Map<string, Board>();

export async function boardOf(batchId: string, now: number): Promise<Board> {
  const known = boards.get(batchId);
  if (known && isYoung(known.countedAt, now, LIFETIME_MS)) return known;
  const sections = await findOnly('sections', { batchId }, ['_id', 'capacity', 'waitlistLimit', 'lineCount']);
  const counts = sections.map(countOf).sort((a, b) => (a.sectionId < b.sectionId ? -1 : 1));
  const moved = known !== undefined && JSON.stringify(known.counts) !== JSON.stringify(counts);
  const board = { counts, countedAt: now, movedAt: moved ? now : (known?.movedAt ?? null) };
  boards.set(batchId, board);
  return board;
}

/** Seats left over all sections of the batch. */
export const seatsLeftOn = (board: Board): number => board.counts.reduce((sum, count) => sum + count.seatsLeft, 0);
