import type { FullReceipt, Place } from '../../domain/api';
import type { Section, Standing } from '../../domain/model';
import { decideClaim, type ClaimStep } from '../../domain/line/claim';
import { isFresh, receiptOf, rememberFull } from '../../domain/line/full-memory';
import { COME_AGAIN_MS, PATIENCE_MS, PAUSE_MS, WAITS } from '../../domain/base/patience';
import { isFull } from '../../domain/line/line';
import { placeOf } from '../../domain/line/place';
import type { Operation } from './database';
import type { Instance } from './instances';

/** What a call was answered. */
export type Answered =
  | { kind: 'placed'; place: Place }
  | { kind: 'full'; receipt: FullReceipt }
  | { kind: 'busy'; retryAfterMs: number }
  /** Not about a place. */
  | { kind: 'other' };

export type Step = Operation | { pauseMs: number };
/** A call that is on its way: it yields what it needs, and gets the result. */
export type Course<T> = Generator<Step, T, unknown>;

interface Claiming {
  memberId: string;
  section: Section;
  standing: Standing;
  instance: Instance;
  /** The server's clock, epoch ms. */
  now: () => number;
}

const COME_AGAIN: Answered = { kind: 'busy', retryAfterMs: COME_AGAIN_MS };

/** `line.claim`, step by step as the function takes them; what decides is `domain/line` in both. */
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

  let heldAt: number | null = null;
  let joined = false;
  let waits = 0;
  let step: ClaimStep = known ? { do: 'look' } : { do: 'reserve' };
  while (now() - arrivedAt < PATIENCE_MS) {
    switch (step.do) {
      case 'answer':
        return { kind: 'placed', place: step.place };
      case 'refuse': {
        if (heldAt !== null && !joined) yield release(who, heldAt);
        const { refused, details } = step.refusal;
        if (refused === 'FULL') return { kind: 'full', receipt: details as FullReceipt };
        if (refused === 'BUSY') return { kind: 'busy', ...(details as { retryAfterMs: number }) };
        throw new Error(`A rehearsed claim is never told ${refused}`);
      }
      case 'reserve': {
        const at: number = now();
        heldAt = (yield reserve(who, at)) ? at : null;
        step = heldAt === null ? { do: 'look' } : { do: 'join' };
        break;
      }
      case 'join':
        if (heldAt === null) throw new Error('A line is never joined without a hold');
        if (yield join(who, heldAt, now())) joined = true;
        step = { do: 'look' };
        break;
      case 'look':
        step = yield* look(who, arrivedAt, heldAt);
        break;
      case 'release':
        yield release(who, step.hold.at);
        if (step.hold.at === heldAt) heldAt = null;
        step = { do: 'look' };
        break;
      case 'wait':
        if ((waits += 1) > WAITS) return COME_AGAIN;
        yield { pauseMs: PAUSE_MS };
        step = { do: 'look' };
        break;
      default:
        throw new Error(`A rehearsed claim never has to ${step.do}`);
    }
  }
  if (heldAt !== null && !joined) yield release(who, heldAt);
  return COME_AGAIN;
}

function* look(who: Claiming, arrivedAt: number, heldAt: number | null): Course<ClaimStep> {
  const { memberId, instance, now } = who;
  const readAt = now();
  const section = (yield {
    kind: 'readSection',
    work: () => ({ ...who.section, line: [...who.section.line] }),
  }) as Section;
  const full = rememberFull(section, readAt);
  if (full) instance.full.set(section._id, full);
  else instance.full.delete(section._id);

  const place = placeOf(section, memberId);
  if (place) return { do: 'answer', place };
  const standing = isFull(section)
    ? null
    : ((yield { kind: 'readStanding', work: () => structuredClone(who.standing) }) as Standing);
  return decideClaim({ arrivedAt, now: now(), memberId, section, standing, others: [], ownAt: heldAt });
}

/** The guard of `server/line/reserve.ts`, for somebody who wants one section. */
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
const join = ({ section, memberId }: Claiming, at: number, sentAt: number): Operation<boolean> => ({
  kind: 'join',
  writes: section,
  work: () => {
    if (isFull(section) || section.reopensAt > sentAt) return false;
    if (section.line.some(entry => entry.memberId === memberId)) return false;
    section.line.push({ memberId, at });
    section.lineCount += 1;
    return true;
  },
});
