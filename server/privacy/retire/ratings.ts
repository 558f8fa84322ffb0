import { KEPT_MS } from '../../../domain/privacy/privacy';
import { _, updateAll } from '../../base/database';

/** Removes who rated from the books that closed years ago. What was said stays. Returns how many. One operation. */
export const emptyBooks = (now: number): Promise<number> =>
  updateAll(
    'ratings',
    { closesAt: _.lt(now - KEPT_MS.classes), emptiedAt: _.exists(false) },
    { raters: _.set([]), emptiedAt: now },
  );
