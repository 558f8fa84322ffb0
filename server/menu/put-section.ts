import type { BatchDraft, DraftSection } from '../../domain/model';
import { _ } from '../base/database';
import type { Transaction } from '../base/transaction';

/**
 * Writes one class of a draft within an act. The revision grows, so that staff who have the draft open are told before
 * they write over it; and an act that read an older revision is done again by its transaction.
 */
export const putSection = (transaction: Transaction, draft: BatchDraft, section: DraftSection, now: number) =>
  transaction.doc('drafts', draft._id).update({
    data: {
      sections: _.set(draft.sections.map(other => (other.key === section.key ? section : other))),
      revision: draft.revision + 1,
      updatedAt: now,
    },
  });
