import { aboutNobody, collection } from '../base/collection';
import type { Batch } from '../model';

export const BATCH_COLLECTIONS = {
  batches: collection<Batch>()({
    indexes: [
      { name: 'state-opensAt', on: { state: 1, opensAt: -1 } },
      { name: 'opensAt', on: { opensAt: -1 } },
      { name: 'state-lastLessonAt', on: { state: 1, lastLessonAt: -1 } },
      { name: 'lastLessonAt', on: { lastLessonAt: -1 } },
    ],
    holds: null,
    ...aboutNobody,
  }),
};
