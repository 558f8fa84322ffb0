import { randomUUID } from 'node:crypto';
import type { Tally } from '../../domain/model';
import { isFlushDue, MOST_APART, SECONDS_KEPT, shortId } from '../../domain/line/tally';
import { SECOND } from '../../domain/base/clock';
import { put } from '../base/database';

/**
 * Instance memory: what this instance answered to claims, batch by batch. Counting costs the database nothing. At most
 * once in FLUSH_MS one write puts the whole document, so that writing twice is writing once. After a rush this instance
 * may get no more calls, so the timer of `stroke` asks all instances to write (`collect-counts.ts`). The count is for
 * people to read and is no invariant: if the platform takes an instance, the counts that it had not written are
 * missing.
 */
const instance = randomUUID().slice(0, 13);

interface Counting {
  /** Undefined until a call has shown that the batch exists. Until then it is not written. */
  opensAt: number | undefined;
  answers: Record<string, number>;
  seconds: Record<string, Record<string, number>>;
  tries: Record<string, number>;
  /** By section, the people who were told FULL. */
  turnedAway: Map<string, Set<string>>;
  apart: number;
  lastFaultAt: number | undefined;
  changed: boolean;
  writtenAt: number | null;
}
const batches = new Map<string, Counting>();
/** Calls with invented batches while the database fails must not fill the memory. */
const MOST_UNKNOWN = 20;
const unknown = () => [...batches.values()].filter(one => one.opensAt === undefined).length;

interface Answered {
  batchId: string;
  sectionId: string;
  /** Undefined if an accident came before the batch was known. It is then counted, but not by section. */
  opensAt: number | undefined;
  memberId: string;
  /** SEATED, WAITING, or the code of the refusal. */
  outcome: string;
  now: number;
}

export function count({ batchId, sectionId, opensAt, memberId, outcome, now }: Answered): void {
  let counting = batches.get(batchId);
  if (!counting) {
    if (opensAt === undefined && unknown() >= MOST_UNKNOWN) return;
    counting = {
      opensAt,
      answers: {},
      seconds: {},
      tries: {},
      turnedAway: new Map(),
      apart: 0,
      lastFaultAt: undefined,
      changed: false,
      writtenAt: null,
    };
    batches.set(batchId, counting);
  }
  counting.opensAt ??= opensAt;
  counting.changed = true;
  counting.answers[outcome] = (counting.answers[outcome] ?? 0) + 1;
  if (outcome === 'FAULT') counting.lastFaultAt = now;
  if (opensAt === undefined) return;
  counting.tries[sectionId] = (counting.tries[sectionId] ?? 0) + 1;
  const second = Math.floor((now - opensAt) / SECOND);
  if (second >= 0 && second < SECONDS_KEPT) {
    const counts = (counting.seconds[second] ??= {});
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  if (outcome === 'FULL') turnAway(counting, sectionId, memberId);
}

function turnAway(counting: Counting, sectionId: string, memberId: string): void {
  let people = counting.turnedAway.get(sectionId);
  if (!people) counting.turnedAway.set(sectionId, (people = new Set()));
  const person = shortId(memberId);
  if (people.has(person)) return;
  counting.apart += 1;
  if (counting.apart <= MOST_APART) people.add(person);
}

/**
 * Writes the counts that are due. A function does nothing after its answer, so a call must do it, once in FLUSH_MS.
 * Never makes a call fail.
 */
export const flush = (now: number): Promise<void> =>
  write(now, ({ opensAt = 0, writtenAt }) => isFlushDue(opensAt, writtenAt, now));

/** Writes everything that was counted since the last write. */
export const flushAll = (now: number): Promise<void> => write(now, () => true);

async function write(now: number, isDue: (counting: Counting) => boolean): Promise<void> {
  for (const [batchId, counting] of batches) {
    if (!counting.changed || counting.opensAt === undefined || !isDue(counting)) continue;
    counting.changed = false;
    counting.writtenAt = now;
    try {
      await put('tallies', { ...documentOf(batchId, counting), writtenAt: now });
    } catch (error) {
      counting.changed = true;
      console.warn(JSON.stringify({ level: 'warn', text: 'tally not written', error: String(error) }));
    }
  }
}

const documentOf = (batchId: string, counting: Counting): Tally => ({
  _id: `${batchId}-${instance}`,
  batchId,
  answers: counting.answers,
  seconds: counting.seconds,
  tries: counting.tries,
  turnedAway: Object.fromEntries([...counting.turnedAway].map(([id, people]) => [id, [...people].join('')])),
  atLeast: counting.apart > MOST_APART,
  ...(counting.lastFaultAt === undefined ? {} : { lastFaultAt: counting.lastFaultAt }),
});
