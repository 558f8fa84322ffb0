import type { RehearsedBatch } from './batch';
import type { Profile } from './profile';
import type { Manner } from './world/phone';

/** The settings of a rehearsal. The same rehearsal gives the same record, to the last number. */
export interface Rehearsal {
  batch: RehearsedBatch;
  people: number;
  /** Everybody taps within this many seconds. */
  seconds: number;
  curve: Curve;
  profile: Profile;
  seed: number;
  /** Instances that are warm at the stroke. */
  warm: number;
  /** Whether the posted board is kept. */
  posted: boolean;
  /** Whether the board gives a pace to a crowd that is far too large (`domain/line/crowd-pace.ts`). */
  paced: boolean;
  pacing: Manner;
  /** A share of the crowd that behaves otherwise. They are the first of the record's people. */
  odd?: { share: number; manner: Manner } | undefined;
}

/** even: the same number each second. stroke: most of them at once, half within the first quarter. */
export type Curve = 'even' | 'stroke';
