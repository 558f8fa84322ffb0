import { aboutNobody, collection } from '../base/collection';
import type { GroupCode } from './group-code';

export const LESSON_COLLECTIONS = {
  groupCodes: collection<GroupCode>()({
    indexes: [{ name: 'at', on: { at: 1 } }],
    holds: null,
    ...aboutNobody,
  }),
};
