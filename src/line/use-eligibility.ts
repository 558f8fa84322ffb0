import { MINUTE, SECOND } from '../../domain/base/clock';
import type { BatchCard } from '../../domain/api';
import { phaseOf } from '../../domain/batch/phase';
import { me } from '../state/member';
import { useAsked } from '../state/use-asked';
import type { Entry } from '../state/waiting-room';
import { eligibilityOf, type Eligibility } from './eligibility';

/** The rush pays for no read of profiles: whoever is not known by then is told by the claim itself. */
const RUSH_MS = 30 * SECOND;

/** May I come to this batch? Once it is open nobody enters the waiting room, so the profile is asked for where it is not known. */
export function useEligibility(batch: BatchCard | undefined, entry: Entry | undefined, now: number): Eligibility {
  const when =
    batch !== undefined &&
    phaseOf(batch, now) === 'open' &&
    now >= batch.opensAt + RUSH_MS &&
    entry?.answer === undefined;
  const { data } = useAsked(me, { when, freshForMs: 10 * MINUTE });
  return batch && eligibilityOf(batch, entry, data === undefined ? undefined : data.profile);
}
