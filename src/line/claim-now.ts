import type { BatchCard, SectionCard } from '../../domain/contract';
import { go } from '../go';
import { claim } from '../state/claims';

/** Claims, and shows the answer once it is known. */
export async function claimNow(batch: BatchCard, section: SectionCard): Promise<void> {
  const outcome = await claim(batch, section);
  if (outcome) go.answer(batch.batchId, section.sectionId);
}
