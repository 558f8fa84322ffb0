import { aboutNobody, collection } from '../base/collection';
import type { BatchDraft } from '../model';

export const DRAFT_COLLECTIONS = {
  drafts: collection<BatchDraft>()({
    indexes: [],
    holds: null,
    ...aboutNobody,
  }),
};
