import type { FullReceipt, Place } from '../../domain/api';
import type { Section, Standing } from '../../domain/model';
import { attempt, type Effect } from '../../domain/line/attempt';
import { isRefused, type Refused } from '../../domain/base/refuse';
import { isFresh, receiptOf, rememberFull } from '../../domain/line/full-memory';
import { isFull } from '../../domain/line/line';
import type { Operation } from './database';
import type { Instance } from './instances';

/** The answer to a call. */
export type Answered =
  | { kind: 'placed'; place: Place }
  | { kind: 'full'; receipt: FullReceipt }
  | { kind: 'busy'; retryAfterMs: number }
  /** The answer is not about a place. */
  | { kind: 'other' };

export type Step = Operation | { pauseMs: number };
/** A call on its way. It yields what it needs and gets the result. */
export type Course<T> = Generator<Step, T, unknown>;

interface Claiming {
  memberId: string;
  section: Section;
  standing: Standing;
  instance: Instance;
  /** Whether a write can return the document (`rehearse/profile.ts`). */
  returns: boolean;
  /** The server's clock, epoch ms. */
  now: () => number;
}

/** `line.claim` in this world, with the same sequence of effects as the function (`domain/line/attempt.ts`). */
export function* claim(who: Claiming): Course<Answered> {
  const { memberId, section, instance, now } = who;
  const arrivedAt = now();
  if (!instance.learnt) {
    yield { kind: 'readSection', work: () => undefined };
    yield { kind: 'readBatch', work: () => undefined };
    instance.learnt = true;
  }
  const known = instance.full.get(section._id);
  if (known && isFresh(known, arrivedAt) && !known.memberIds.has(memberId))
    return { kind: 'full', receipt: receiptOf(known, section._id, arrivedAt) };

  const steps = attempt<never>({ memberId, section, arrivedAt, now }, known ? 'look' : 'reserve');
  let step = steps.next();
  while (!step.done) step = steps.next(yield* carryOut(who, step.value));
  return isRefused(step.value) ? told(step.value) : { kind: 'placed', place: step.value.place };
}

function told({ refused, details }: Refused): Answered {
  if (refused === 'FULL') return { kind: 'full', receipt: details };
  if (refused === 'BUSY') return { kind: 'busy', retryAfterMs: details.retryAfterMs };
  throw new Error(`A rehearsed claim is never told ${refused}`);
}

/**
 * Carries out one effect with operations on the simulated database. Everybody claims one section and has been in the
 * waiting room.
 */
function* carryOut(who: Claiming, effect: Effect): Course<unknown> {
  switch (effect.do) {
    case 'reserve':
      return yield reserve(who, effect.at);
    case 'join': {
      const after = (yield join(who, effect.at, effect.sentAt)) as Section | null;
      if (!after) return null;
      if (!who.returns) return yield* readSection(who);
      note(who, after, effect.sentAt);
      return after;
    }
    case 'release':
      return yield release(who, effect.hold.at);
    case 'readSection':
      return yield* readSection(who);
    case 'readStanding':
      return yield { kind: 'readStanding', work: () => structuredClone(who.standing) };
    case 'pause':
      return yield { pauseMs: effect.ms };
    case 'settle':
    case 'swap':
    case 'readLines':
      throw new Error(`A rehearsed claim never has to ${effect.do}`);
  }
}

function* readSection(who: Claiming): Course<Section> {
  const readAt = who.now();
  const read = (yield { kind: 'readSection', work: () => copyOf(who.section) }) as Section;
  note(who, read, readAt);
  return read;
}

const copyOf = (section: Section): Section => ({ ...section, line: [...section.line] });

/** The instance's memory of full lines. */
function note({ instance }: Claiming, section: Section, readAt: number): void {
  const full = rememberFull(section, readAt);
  if (full) instance.full.set(section._id, full);
  else instance.full.delete(section._id);
}

/** The guard of `server/line/reserve.ts`, for somebody who claims one section. */
const reserve = ({ section, standing }: Claiming, at: number): Operation<boolean> => ({
  kind: 'reserve',
  writes: standing,
  work: () => {
    if (standing.holds.some(hold => hold.sectionId === section._id)) return false;
    standing.holds.push({ sectionId: section._id, batchId: section.batchId, at });
    standing.batches[section.batchId]!.count += 1;
    return true;
  },
});

const release = ({ section, standing }: Claiming, at: number): Operation<boolean> => ({
  kind: 'release',
  writes: standing,
  work: () => {
    const before = standing.holds.length;
    standing.holds = standing.holds.filter(hold => hold.sectionId !== section._id || hold.at !== at);
    if (standing.holds.length < before) standing.batches[section.batchId]!.count -= 1;
    return standing.holds.length < before;
  },
});

/** The guard of `server/line/join.ts`. */
const join = ({ section, memberId }: Claiming, at: number, sentAt: number): Operation<Section | null> => ({
  kind: 'join',
  writes: section,
  work: () => {
    if (isFull(section) || section.reopensAt > sentAt) return null;
    if (section.line.some(entry => entry.memberId === memberId)) return null;
    section.line.push({ memberId, at });
    section.lineCount += 1;
    return copyOf(section);
  },
});
