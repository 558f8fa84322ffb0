import { COME_AGAIN_MS, PATIENCE_MS, PAUSE_MS, WAITS } from '../base/patience';
import { isRefused, refuse, type Refused } from '../base/refuse';
import type { Hold, Section, Standing } from '../model';
import { decideClaim, linesToSee, type ClaimRefusal, type ClaimStep } from './claim';
import { entryOf, indexOf, isFull } from './line';
import { placeOf, type Line, type Place } from './place';

/**
 * One tap on its way, as a sequence of effects: what a claim asks of the world, one effect at a time, and what it does
 * with each answer. The function carries the effects out on the database (`server/line/claim-effects.ts`). A rehearsal
 * carries them out in its own world (`rehearse/world/claim.ts`), so what is rehearsed is what runs.
 */
export type Effect =
  /** Write a hold into the person's standing. */
  | { do: 'reserve'; at: number }
  /**
   * Push the entry of that hold into the line. `sentAt` is the present instant, for the guard of a line that reopens.
   */
  | { do: 'join'; at: number; sentAt: number }
  /** Give a hold back. */
  | { do: 'release'; hold: Hold }
  /** Take a seat here in exchange for these waits, all or nothing. */
  | { do: 'swap'; fromIds: string[] }
  /** Settle a person who was never in the waiting room. */
  | { do: 'settle' }
  | { do: 'readSection' }
  | { do: 'readStanding' }
  /** The lines of other sections. */
  | { do: 'readLines'; ids: string[] }
  | { do: 'pause'; ms: number };

/** The answer got lost: it may have been written. */
type Unknown = 'UNKNOWN';

/** The answer to each effect. */
export interface Answers<No> {
  /** False if the guard did not hold. */
  reserve: boolean | Unknown;
  /** The section with the new entry in its line; `null` if the guard did not hold. */
  join: Section | null | Unknown;
  release: void;
  /** The same; `null` if the documents were no longer as the claim saw them. */
  swap: Section | null;
  /** `undefined` if the person may go on. */
  settle: No | undefined;
  readSection: Section | null;
  readStanding: Standing | null;
  readLines: readonly Line[];
  pause: void;
}

/** A seat or a wait, and what was given up for it. */
export interface Taken {
  place: Place;
  /** True if the person stood in this line before this tap. */
  already: boolean;
  /** The waits that this seat replaced because they clashed with it. Usually there are none. */
  clearedSectionIds: string[];
}

interface Tap {
  memberId: string;
  section: Pick<Section, '_id' | 'batchId'>;
  arrivedAt: number;
  tappedAt?: number | undefined;
  /** The server's clock, epoch ms. */
  now: () => number;
}

type Asking<T> = Generator<Effect, T, unknown>;
/** How a claim may end without a place. */
type NoPlace<No> = No | Refused<ClaimRefusal | 'SECTION_NOT_FOUND'>;

/**
 * Takes the steps that `decideClaim` names until it has an answer or its patience is over. A refusal leaves nothing
 * behind: the hold of this call is given back, unless it may have become an entry.
 *
 * @typeParam No what settling may refuse with
 * @param first `look` if the line was full when last seen, because a read is cheaper than a try that will fail
 */
export function* attempt<No extends Refused>(
  { memberId, section: { _id: sectionId, batchId }, arrivedAt, tappedAt, now }: Tap,
  first: 'look' | 'reserve',
): Asking<Taken | NoPlace<No>> {
  /** The `at` of the hold that this call has written, or may have written. */
  let heldAt: number | null = null;
  let joined: boolean | Unknown = false;
  let waits = 0;
  let clearedSectionIds: string[] = [];
  const comeAgain = refuse('BUSY', { retryAfterMs: COME_AGAIN_MS });

  function* ask<E extends Effect>(effect: E): Generator<Effect, Answers<No>[E['do']], unknown> {
    return (yield effect) as Answers<No>[E['do']];
  }

  /** No place: the same person joined here and has since left from another device. */
  function placeIn(section: Section): ClaimStep | NoPlace<No> {
    const place = placeOf(section, memberId);
    return place ? { do: 'answer', place } : comeAgain;
  }

  /** Reads only what is needed, in this order: the line, then the standing, then the lines it points at. */
  function* look(): Asking<ClaimStep | NoPlace<No>> {
    const section = yield* ask({ do: 'readSection' });
    if (!section) return refuse('SECTION_NOT_FOUND');
    if (joined === true || indexOf(section, memberId) >= 0) return placeIn(section);
    const standing = isFull(section) ? null : yield* ask({ do: 'readStanding' });
    const ids = linesToSee(section, standing);
    const others = ids.length > 0 ? yield* ask({ do: 'readLines', ids }) : [];
    return decideClaim({ arrivedAt, now: now(), memberId, section, standing, others, ownAt: heldAt, tappedAt });
  }

  /** Takes a step and says what comes next. */
  function* take(step: Exclude<ClaimStep, { do: 'answer' | 'refuse' }>): Asking<ClaimStep | NoPlace<No>> {
    switch (step.do) {
      case 'look':
        return yield* look();
      case 'reserve': {
        heldAt = now();
        const reserved = yield* ask({ do: 'reserve', at: heldAt });
        if (reserved === false) heldAt = null;
        return { do: reserved === true ? 'join' : 'look' };
      }
      case 'join': {
        if (heldAt === null) throw new Error('A line is never joined without a hold');
        const after = yield* ask({ do: 'join', at: heldAt, sentAt: now() });
        joined = after === 'UNKNOWN' ? after : after !== null;
        return after === null || after === 'UNKNOWN' ? { do: 'look' } : placeIn(after);
      }
      case 'settle':
        return (yield* ask({ do: 'settle' })) ?? { do: heldAt === null ? 'reserve' : 'look' };
      case 'release':
        yield* ask({ do: 'release', hold: step.hold });
        if (step.hold.sectionId === sectionId && step.hold.at === heldAt) heldAt = null;
        return { do: 'look' };
      case 'wait':
        if ((waits += 1) > WAITS) return comeAgain;
        yield* ask({ do: 'pause', ms: PAUSE_MS });
        return { do: 'look' };
      case 'swap': {
        const after = yield* ask({ do: 'swap', fromIds: step.fromIds });
        if (!after) return { do: 'look' };
        joined = true;
        heldAt = entryOf(after.line, memberId)?.at ?? null;
        clearedSectionIds = step.fromIds;
        return placeIn(after);
      }
    }
  }

  let next: ClaimStep | NoPlace<No> = { do: first };
  while (!isRefused(next)) {
    if (next.do === 'answer') return { place: next.place, already: next.place.at !== heldAt, clearedSectionIds };
    if (next.do === 'refuse') next = next.refusal;
    else next = now() - arrivedAt < PATIENCE_MS ? yield* take(next) : comeAgain;
  }
  if (heldAt !== null && joined === false) yield* ask({ do: 'release', hold: { sectionId, batchId, at: heldAt } });
  return next;
}
