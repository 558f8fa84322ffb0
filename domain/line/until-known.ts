import { comesAgainAfter, means, type AnswerCode } from '../base/fate';
import {
  LONGEST_CLAIM_MS,
  LONGEST_RETRY_MS,
  LONGEST_TURN_MS,
  lookAgainAfter,
  MOST_TRIES,
  POSTED_LOOK_MS,
  turnAfter,
  waitBefore,
} from '../base/pace';

/**
 * One step of a phone that was tapped and does not know the answer yet. The app carries the steps out over the network
 * (`src/features/line/claims.ts`). A rehearsal carries out the same steps in its own world (`rehearse/world/phone.ts`),
 * so the rehearsed crowd behaves as the app does.
 */
export type Effect =
  /** Claim. Answered by `Claimed`. */
  | { do: 'claim' }
  /**
   * Ask where I stand: because a claim may have been taken without an answer, or before "busy" is told for good.
   * Answered by `Stand`.
   */
  | { do: 'ask'; because: 'unsure' | 'busy' }
  | { do: 'sleep'; ms: number }
  /** Read the posted board. Answered by what I am told if it says that the line is full, else by `undefined`. */
  | { do: 'look' }
  /** With what chance a second may I come, as the last board said (`crowd-pace.ts`)? `undefined` = at once. */
  | { do: 'pace' };

export type Claimed<P, R> = { place: P } | { refusal: R };
/** `undefined`: nobody could say. */
export type Stand<P> = { place: P | undefined } | undefined;

/** How a tap ended. `unknown`: no answer came and nobody could say where I stand. */
export type Outcome<P, R> = { kind: 'placed'; place: P } | { kind: 'refused'; refusal: R } | { kind: 'unknown' };

/** An answer without a place. `soon` says when to come again. */
export type Refusal = { code: AnswerCode; details?: unknown };

interface Phone {
  /** The phone's own clock, in ms. */
  now: () => number;
  random: () => number;
}

type Asking<T> = Generator<Effect, T, unknown>;

/**
 * Claims a place, and finds out what happened. The first claim is sent at once, unless the board says that far more people
 * wait than the gate takes. A claim may be repeated, because the same person twice in a line is
 * one place. If the answer is "busy", the phone claims again after the time asked for, unless the posted board says
 * meanwhile that the line is full. If it is not sure what became of a claim, it asks where I stand, and only then claims
 * again. What is still unknown after the last try is told as unknown.
 *
 * @typeParam P what the world knows of a place
 * @typeParam R what it knows of a refusal
 */
export function* untilKnown<P, R extends Refusal>({ now, random }: Phone): Asking<Outcome<P, R>> {
  const begunAt = now();
  let busy: R | undefined;
  const gone = yield* turnOrFull<R>({ now, random });
  if (gone) return { kind: 'refused', refusal: gone };
  for (let attempt = 0; attempt < MOST_TRIES && now() - begunAt < LONGEST_CLAIM_MS; attempt++) {
    const answer = (yield { do: 'claim' }) as Claimed<P, R>;
    if ('place' in answer) return { kind: 'placed', place: answer.place };
    const { refusal } = answer;
    const refused: Outcome<P, R> = { kind: 'refused', refusal };
    if (means(refusal, 'settled', 'never')) return refused;
    if (means(refusal, 'soon')) {
      busy = refusal;
      const retryAfterMs = comesAgainAfter(refusal);
      if (retryAfterMs > LONGEST_RETRY_MS) break;
      const full = yield* waitOrFull<R>(retryAfterMs + waitBefore(attempt, random), { now, random });
      if (full) return { kind: 'refused', refusal: full };
      continue;
    }
    const stand = (yield { do: 'ask', because: 'unsure' }) as Stand<P>;
    if (stand?.place) return { kind: 'placed', place: stand.place };
    // This is no accident of the network: another try would meet the same.
    if (means(refusal, 'later') || (means(refusal, 'broken') && stand)) return refused;
    busy = undefined;
    yield { do: 'sleep', ms: waitBefore(attempt, random) };
  }
  if (!busy) return { kind: 'unknown' };
  // Before "busy" is told for good, ask once more, because one of the tries may have gone through. If that gets no
  // answer either, the outcome is unknown.
  const stand = (yield { do: 'ask', because: 'busy' }) as Stand<P>;
  if (!stand) return { kind: 'unknown' };
  return stand.place ? { kind: 'placed', place: stand.place } : { kind: 'refused', refusal: busy };
}

/**
 * Waits before the next try and meanwhile looks at the posted board, because behind a full line another try is
 * pointless. The first look is at a random time within the interval, so that a crowd does not look in step.
 */
function* waitOrFull<R>(ms: number, { now, random }: Phone): Asking<R | undefined> {
  const until = now() + ms;
  for (let pause = random() * POSTED_LOOK_MS; ; pause = lookAgainAfter(POSTED_LOOK_MS, 0, random)) {
    const left = until - now();
    yield { do: 'sleep', ms: Math.max(0, Math.min(pause, left)) };
    if (pause >= left) return undefined;
    const full = (yield { do: 'look' }) as R | undefined;
    if (full) return full;
  }
}

/**
 * Waits for a turn before the first claim, as long as the board gives a pace. A wait is drawn anew after each look, which
 * changes nothing, because it has no memory. A phone that the gate refuses all the same does not wait for a turn again.
 */
function* turnOrFull<R>({ now, random }: Phone): Asking<R | undefined> {
  for (const begunAt = now(); now() - begunAt < LONGEST_TURN_MS;) {
    const pace = (yield { do: 'pace' }) as number | undefined;
    if (pace === undefined) return undefined;
    const turn = turnAfter(pace, random);
    const pause = lookAgainAfter(POSTED_LOOK_MS, 0, random);
    yield { do: 'sleep', ms: Math.min(turn, pause) };
    if (turn <= pause) return undefined;
    const full = (yield { do: 'look' }) as R | undefined;
    if (full) return full;
  }
  return undefined;
}
