import type { LineEntry, Section, Standing } from '../model';
import { isAdmitted, isHeadStart, isTurnSettled, waitsUntil } from './admission';
import { isOvertaken } from './late-tap';
import { refuseByClock } from '../batch/phase';
import { newEntry } from './entry';
import { entryOf, hasWait, isFull, isSeatedOut } from './line';

/** What a swap writes, all of it or nothing. */
export interface Swap {
  entry: LineEntry;
  /** The lines that the person leaves. */
  leave: { sectionId: string; entry: LineEntry; wasFull: boolean }[];
  standing: Pick<Standing, 'holds' | 'batches'> & { first: string[] };
}

/**
 * A seat in `to` in exchange for the waits in `from`, decided on documents read inside one transaction. `undefined` if
 * they are no longer as the claim saw them: somebody took the seat, a wait became a seat, …
 */
export function decideSwap(
  now: number,
  memberId: string,
  to: Section,
  from: readonly Section[],
  standing: Standing,
  tappedAt?: number,
): Swap | undefined {
  const batch = standing.batches[to.batchId];
  const free = !isSeatedOut(to) && to.reopensAt <= now && !refuseByClock(to, now);
  if (!free || !batch || entryOf(to.line, memberId)) return undefined;
  if (isOvertaken(batch, to._id, tappedAt)) return undefined;
  if (!isAdmitted(to, batch) || !isTurnSettled(to, standing, now) || waitsUntil(to, batch, now)) return undefined;

  const fromIds = from.map(section => section._id);
  const holds = standing.holds.filter(hold => !fromIds.includes(hold.sectionId));
  if (holds.some(hold => hold.sectionId === to._id || to.clashIds.includes(hold.sectionId))) return undefined;

  const leave: Swap['leave'] = [];
  const batches = Object.fromEntries(Object.entries(standing.batches).map(([id, one]) => [id, { ...one }]));
  for (const section of from) {
    const entry = entryOf(section.line, memberId);
    const held = standing.holds.some(hold => hold.sectionId === section._id && hold.at === entry?.at);
    const counted = batches[section.batchId];
    if (!entry || !held || !counted || !hasWait(section, memberId)) return undefined;
    counted.count -= 1;
    leave.push({ sectionId: section._id, entry, wasFull: isFull(section) });
  }

  const target = batches[to.batchId] ?? batch;
  if (to.limit !== undefined && target.count >= to.limit) return undefined;
  target.count += 1;
  const entry = newEntry(memberId, now);
  return {
    entry,
    leave,
    standing: {
      holds: [...holds, { sectionId: to._id, batchId: to.batchId, at: now }],
      batches,
      first: isHeadStart(to, now) ? [to.batchId] : [],
    },
  };
}
