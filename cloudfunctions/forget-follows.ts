import { DAY } from '../domain/clock';
import { _, removeAll } from './db/database';

/** Who was told of an opening that is a day ago need not be remembered for it. */
export const forgetFollows = (now: number): Promise<number> =>
  removeAll('follows', { toldFor: _.gt(0).and(_.lt(now - DAY)) });
