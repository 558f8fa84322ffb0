import type { RehearsedBatch } from './batch';
import type { Profile } from './profile';
import type { PhoneWorld } from './world/phone';

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
  pacing: PhoneWorld['pacing'];
}

/** even: the same number each second. stroke: most of them at once, half within the first quarter. */
export type Curve = 'even' | 'stroke';
