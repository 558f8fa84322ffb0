import { MINUTE, SECOND } from '../base/clock';
import type { Tally } from '../model';

/**
 * Numbers about a release, counted where claims are answered and not where they are stored, because a person who was
 * told FULL leaves no other trace. Each instance counts for itself and writes its own document now and then.
 */
export type Counts = Pick<Tally, 'answers' | 'seconds' | 'tries' | 'turnedAway'>;

/** Seconds after the opening that are counted one by one; later answers count in the sums only. */
export const SECONDS_KEPT = 600;
/** How many people are told apart in one document, so that it stays far below the platform's size limit. */
export const MOST_APART = 50_000;
/** Instances write what they counted at most this often. */
export const FLUSH_MS = 10 * SECOND;

/** This long after the stroke the rush is over, and what instances counted is collected for the first time. */
export const COLLECT_AFTER_MS = 12 * SECOND;
/** If nothing was collected after this long (no timer runs), the numbers are shown as they are. */
const PENDING_MS = 3 * MINUTE;

/** When the counts of a batch's instances were last collected. */
export const collectedAt = (tallies: readonly Pick<Tally, 'collectedAt'>[]): number | null => {
  const times = tallies.flatMap(tally => tally.collectedAt ?? []);
  return times.length > 0 ? Math.max(...times) : null;
};

/** Is the rush of the stroke still in the memory of the instances that answered it? */
export const isPending = (opensAt: number, collected: number | null, now: number): boolean =>
  now >= opensAt && now < opensAt + PENDING_MS && (collected ?? 0) < opensAt + FLUSH_MS;

/**
 * Must the very call that counted also write the count? An instance writes once in FLUSH_MS and never in the first
 * FLUSH_MS after the stroke. In calm times a count is written at once, because the next call to this instance may never
 * come.
 *
 * @param writtenAt when the instance wrote last; `null` = never.
 */
export const isFlushDue = (opensAt: number, writtenAt: number | null, now: number): boolean =>
  writtenAt === null ? now < opensAt || now >= opensAt + FLUSH_MS : now >= writtenAt + FLUSH_MS || now < writtenAt;

/**
 * How many characters of a member id are kept to tell 60,000 people apart. They are 32 bits, so among that many about
 * one pair is taken for one person.
 */
export const SHORT_ID = 8;
export const shortId = (memberId: string): string => memberId.slice(1, 1 + SHORT_ID);

/**
 * The people of one list. Their ids have equal length and stand one after another, because 20,000 short strings cost
 * far more.
 */
export const peopleIn = (list: string): string[] => list.match(new RegExp(`.{${SHORT_ID}}`, 'g')) ?? [];

/** The sum of what instances counted. `atLeast` if one of them could no longer tell all people apart. */
export function sumOf(tallies: readonly Tally[]): {
  answers: Record<string, number>;
  seconds: Map<number, Record<string, number>>;
  tries: Record<string, number>;
  turnedAway: Map<string, Set<string>>;
  atLeast: boolean;
  lastFaultAt: number | null;
} {
  const answers: Record<string, number> = {};
  const seconds = new Map<number, Record<string, number>>();
  const tries: Record<string, number> = {};
  const turnedAway = new Map<string, Set<string>>();
  for (const tally of tallies) {
    add(answers, tally.answers);
    add(tries, tally.tries);
    for (const [second, counts] of Object.entries(tally.seconds)) {
      const sum = seconds.get(Number(second)) ?? {};
      add(sum, counts);
      seconds.set(Number(second), sum);
    }
    for (const [sectionId, list] of Object.entries(tally.turnedAway)) {
      const people = turnedAway.get(sectionId) ?? new Set();
      for (const person of peopleIn(list)) people.add(person);
      turnedAway.set(sectionId, people);
    }
  }
  const faultsAt = tallies.flatMap(tally => tally.lastFaultAt ?? []);
  return {
    answers,
    seconds,
    tries,
    turnedAway,
    atLeast: tallies.some(tally => tally.atLeast),
    lastFaultAt: faultsAt.length > 0 ? Math.max(...faultsAt) : null,
  };
}

function add(sum: Record<string, number>, counts: Record<string, number>): void {
  for (const [key, count] of Object.entries(counts)) sum[key] = (sum[key] ?? 0) + count;
}
