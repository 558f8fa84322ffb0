import type { RehearsedBatch } from './batch';
import type { Profile } from './profile';
import type { PhoneWorld } from './world/phone';

/** What is to be rehearsed. The same rehearsal gives the same record, to the last number. */
export interface Rehearsal {
  batch: RehearsedBatch;
  people: number;
  /** All of them tap within so many seconds. */
  seconds: number;
  curve: Curve;
  profile: Profile;
  seed: number;
  /** Instances that are warm at the stroke. */
  warm: number;
  /** The posted board hangs. */
  posted: boolean;
  pacing: PhoneWorld['pacing'];
}

/** even: as many each second. stroke: most of them at once, half within the first quarter. */
export type Curve = 'even' | 'stroke';
