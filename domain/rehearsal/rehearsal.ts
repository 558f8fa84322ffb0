import { SECOND } from '../base/clock';

/**
 * 放号演练: the results of a rehearsal (`rehearse/`) of a release under the platform's limits. They are kept in
 * `rehearsals` and drawn by the app. Times are ms; instants count from the stroke.
 */

/** The goals that a release must meet. */
export const GOALS = { answeredWithinMs: 30 * SECOND, callsPerPerson: 1.5 };

/** The plans that staff choose from. The numbers of each are in `rehearse/profile.ts`. */
export const PLANS = ['smallest', 'standard', 'generous'] as const;
export type Plan = (typeof PLANS)[number];

/** Fewer people make no rush. More than a district has would only take long. */
export const FEWEST_PEOPLE = 1_000;
export const MOST_PEOPLE = 200_000;

export type Told = 'SEATED' | 'WAITING' | 'FULL' | 'FULL_BY_BOARD' | 'BUSY';
export type CallKind = 'claim' | 'board' | 'place';
export type Turned = 'gate' | 'instances';
export type OperationKind = 'readSection' | 'readStanding' | 'readBatch' | 'readBoard' | 'reserve' | 'join' | 'release';

export type Counts<K extends string> = { [kind in K]: number };

/** Everything that happened in one span. */
export interface Span {
  told: Counts<Told>;
  calls: Counts<CallKind>;
  turned: Counts<Turned>;
  /** The instances at the end of the span. */
  instances: { total: number; busy: number };
}

export interface Waits {
  /** How many of them were answered. */
  people: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

/** All data that charts show of a rehearsal. */
export interface RehearsalNumbers {
  batch: { title: string; sections: number; capacity: number; places: number };
  people: number;
  seconds: number;
  curve: string;
  seed: number;
  profile: { name: string; label: string };
  warm: number;
  posted: boolean;
  pacing: string;
  told: Counts<Told>;
  /** People who know for certain where they stand. */
  definite: number;
  /** When the last of them was told. */
  lastToldAt: number;
  /** The time from the tap to a definite answer. */
  waits: Waits;
  /** The same times, by the second of the tap. */
  waitsBySecond: Waits[];
  seats: { given: number; waiting: number; at: number[] };
  full: { name: string; at: number; seats: number }[];
  calls: Counts<CallKind>;
  callsPerPerson: number;
  turned: Counts<Turned>;
  operations: Counts<OperationKind>;
  operationsRefused: number;
  longestQueue: number;
  posts: number;
  instances: { total: number; mostBusy: number; cold: number };
  spanMs: number;
  spans: Span[];
}

export interface Reason {
  holds: boolean;
  says: string;
}

/** The go/no-go sheet of a rehearsal. */
export interface RehearsalSheet {
  go: boolean;
  title: '可以放号' | '先别放号';
  reasons: Reason[];
  /** What to do before the release so that it succeeds. */
  advice: string[];
}
