import { aboutNobody, collection } from '../base/collection';
import { DAY } from '../base/clock';
import type { DayOff } from './day-off';

export const CHANGE_COLLECTIONS = {
  daysOff: collection<DayOff>()({
    indexes: [{ name: 'doneAt', on: { doneAt: 1 } }],
    holds: null,
    ...aboutNobody,
    kept: { ms: 30 * DAY, since: 'at', done: true },
  }),
};
