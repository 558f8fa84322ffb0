import { useRouter } from '@tarojs/taro';
import { MINUTE } from '../../../../domain/base/clock';
import type { BatchCard, Profile, SectionCard } from '../../../../domain/api';
import { refuseByAudience, type Ineligible } from '../../../../domain/line/enter';
import { phaseOf } from '../../../../domain/batch/phase';
import { serverClock } from '../../../api/server-clock';
import { go } from '../../../go';
import { batchOf } from '../../../state/catalog';
import { claim } from '../../../state/claims';
import { useAsked } from '../../../state/use-asked';

/** What somebody wanted when the profile was asked for. */
export interface Wanted {
  batch: BatchCard;
  section: SectionCard | undefined;
}

/** The batch, and the class where one was meant, that led here; known from the page before, unless this one is reloaded. */
export function useWanted(): Wanted | undefined {
  const { batchId = '', sectionId } = useRouter().params;
  const { data: known } = useAsked(batchOf(batchId), { when: batchId !== '', freshForMs: 15 * MINUTE });
  if (!batchId || !known) return undefined;
  return { batch: known.batch, section: known.sections.find(one => one.sectionId === sectionId) };
}

/** Why this batch is not for the profile as it stands in the form; what is still missing there counts for nothing. */
export function notFor(profile: Profile, { batch }: Wanted): Ineligible | undefined {
  const refusal = refuseByAudience(batch, { ...profile, unionMember: profile.membership === 'yes' });
  return refusal?.refused === 'PROFILE_MISSING' || refusal?.refused === 'MEMBERSHIP_UNSAID' ? undefined : refusal;
}

/** Saving goes on with the claim: it is open, and nothing in the profile stands against it. */
export const goesOn = (profile: Profile, wanted: Wanted | undefined): wanted is Wanted & { section: SectionCard } =>
  wanted?.section !== undefined &&
  phaseOf(wanted.batch, serverClock.now()) === 'open' &&
  notFor(profile, wanted) === undefined;

/** The claim that the form interrupted, and then its answer in the form's place. */
export async function claimAfterForm({ batch, section }: Wanted & { section: SectionCard }): Promise<void> {
  await claim(batch, section);
  go.answerInstead(batch.batchId, section.sectionId);
}
