import { MINUTE, SECOND } from '../../../domain/base/clock';
import type { BatchCard } from '../../../domain/api';
import { phaseOf } from '../../../domain/batch/phase';
import { me } from '../../app/known/member';
import { useAsked } from '../../app/memory/use-asked';
import type { Entry } from './waiting-room';
import { eligibilityOf, type Eligibility } from './eligibility';

/** The rush must not pay for reads of profiles. If a person is not known by then, the claim itself tells them. */
const RUSH_MS = 30 * SECOND;

/**
 * Whether I may come to this batch. Once it is open nobody enters the waiting room, so the profile is asked for if
 * it is not known.
 */
export function useEligibility(batch: BatchCard | undefined, entry: Entry | undefined, now: number): Eligibility {
  const when =
    batch !== undefined &&
    phaseOf(batch, now) === 'open' &&
    now >= batch.opensAt + RUSH_MS &&
    entry?.answer === undefined;
  const { data } = useAsked(me, { when, freshForMs: 10 * MINUTE });
  return batch && eligibilityOf(batch, entry, data === undefined ? undefined : data.profile);
}
