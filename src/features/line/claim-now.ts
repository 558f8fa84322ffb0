import type { BatchCard, SectionCard } from '../../../domain/api';
import { go } from '../../app/way/go';
import { claim } from './claims';
import { mendOn } from './eligibility';

/** Claims, and shows the answer once it is known. */
export async function claimNow(batch: BatchCard, section: SectionCard): Promise<void> {
  const outcome = await claim(batch, section);
  if (!outcome) return;
  const { batchId } = batch;
  const { sectionId } = section;
  const code = outcome.kind === 'refused' ? outcome.refusal.code : undefined;
  // Opens the form itself, not a page that leads to it. Once the form is saved, it goes on with this claim.
  if (code === 'PROFILE_MISSING' || code === 'MEMBERSHIP_UNSAID' || code === 'NOT_ACCEPTED')
    mendOn(code, { batchId, sectionId });
  else go.answer(batchId, sectionId);
}
