import type { MyRating } from '../../domain/api';
import { mayRate } from '../../domain/rating/may-rate';
import { ratingWindow } from '../../domain/rating/window';
import { _, findOnly } from '../base/database';
import type { Run } from '../base/door';
import { recentBatches } from '../batch/recent-batches';
import { myRolls } from '../roll/my-rolls';

/**
 * The classes that I came to, in whatever way, and that can be rated now. Two operations for most people on most days;
 * three more if a class of theirs has just ended.
 */
export const mine: Run<'rating.mine'> = async ({ memberId, now }) => {
  const recent = [...(await recentBatches(now)).keys()];
  const on = await findOnly('rolls', { people: memberId, batchId: _.in(recent) }, ['sectionId']);
  const ids = [...new Set(on.map(roll => roll.sectionId))];
  if (ids.length === 0) return { ratings: [] };
  const FIELDS = ['course', 'name', 'lessons', 'cancelledAt', 'movedAt'] as const;
  const open = (await findOnly('sections', { _id: _.in(ids) }, FIELDS)).flatMap(section => {
    const window = ratingWindow(section);
    return window && window.from <= now && now < window.until ? [{ section, until: window.until }] : [];
  });
  if (open.length === 0) return { ratings: [] };
  const openIds = open.map(one => one.section._id);
  const [rolls, given] = await Promise.all([
    myRolls(openIds, memberId),
    findOnly('ratings', { _id: _.in(openIds), raters: memberId }, ['batchId']),
  ]);
  return {
    ratings: open
      .filter(({ section }) =>
        mayRate(
          rolls.filter(roll => roll.sectionId === section._id),
          memberId,
        ),
      )
      .map(({ section: { _id, course, name }, until }): MyRating => ({
        sectionId: _id,
        course,
        name,
        until,
        given: given.some(book => book._id === _id),
      })),
  };
};
