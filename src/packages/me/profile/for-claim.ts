import { MINUTE } from '../../../../domain/base/clock';
import type { BatchCard, Profile, SectionCard } from '../../../../domain/api';
import { refuseByAudience, type Ineligible } from '../../../../domain/line/enter';
import { phaseOf } from '../../../../domain/batch/phase';
import { serverClock } from '../../../app/clock/server-clock';
import { go } from '../../../app/way/go';
import { batchOf } from '../../../app/known/catalog';
import { claim } from '../../../features/line/claims';
import { useAsked } from '../../../app/memory/use-asked';
import { useParameters } from '../../../app/way/use-parameters';

/** What somebody wanted to do when the profile was asked for. */
export interface Wanted {
  batch: BatchCard;
  section: SectionCard | undefined;
}

/**
 * The batch, and the class if one was meant, that led here. It is known from the page before, unless this page is
 * reloaded.
 */
export function useWanted(): Wanted | undefined {
  const { batchId = '', sectionId } = useParameters('profile');
  const { data: known } = useAsked(batchOf(batchId), { when: batchId !== '', freshForMs: 15 * MINUTE });
  if (!batchId || !known) return undefined;
  return { batch: known.batch, section: known.sections.find(one => one.sectionId === sectionId) };
}

/** Why this batch refuses the profile as it stands in the form. Fields that are still empty are ignored. */
export function notFor(profile: Profile, { batch }: Wanted): Ineligible | undefined {
  const refusal = refuseByAudience(batch, { ...profile, unionMember: profile.membership === 'yes' });
  return refusal?.refused === 'PROFILE_MISSING' || refusal?.refused === 'MEMBERSHIP_UNSAID' ? undefined : refusal;
}

/** True if saving goes on with the claim: the batch is open, and nothing in the profile prevents it. */
export const goesOn = (profile: Profile, wanted: Wanted | undefined): wanted is Wanted & { section: SectionCard } =>
  wanted?.section !== undefined &&
  phaseOf(wanted.batch, serverClock.now()) === 'open' &&
  notFor(profile, wanted) === undefined;

/** Makes the claim that the form interrupted, and replaces the form with its answer. */
export async function claimAfterForm({ batch, section }: Wanted & { section: SectionCard }): Promise<void> {
  await claim(batch, section);
  go.answerInstead(batch.batchId, section.sectionId);
}
