import type { MyRating } from '../../domain/api';
import { mayRate } from '../../domain/rating/may-rate';
import { refuseOutside, windowOf } from '../../domain/rating/window';
import { _, findOnly } from '../base/database';
import type { Run } from '../base/door';
import { recentBatches } from '../batch/recent-batches';
import { myRolls } from '../roll/my-rolls';

const FIELDS = ['course', 'name', 'lessons', 'cancelledAt', 'movedAt'] as const;

/**
 * The classes that I came to, in whatever way, and that can be rated now. Two operations for most people on most days;
 * three more if they are on a roll of a class that ended lately.
 */
export const mine: Run<'rating.mine'> = async ({ memberId, now }) => {
  const recent = [...(await recentBatches(now)).keys()];
  const on = await findOnly('rolls', { people: memberId, batchId: _.in(recent) }, ['sectionId']);
  const ids = [...new Set(on.map(roll => roll.sectionId))];
  if (ids.length === 0) return { ratings: [] };
  const [sections, books] = await Promise.all([
    findOnly('sections', { _id: _.in(ids) }, FIELDS),
    findOnly('ratings', { _id: _.in(ids) }, ['closesAt', 'came']),
  ]);
  const open = sections.flatMap(section => {
    const window = windowOf(section, books.find(book => book._id === section._id) ?? null);
    return window && refuseOutside(window, now) === null ? [{ section, until: window.until }] : [];
  });
  if (open.length === 0) return { ratings: [] };
  const openIds = open.map(one => one.section._id);
  const [rolls, given] = await Promise.all([
    myRolls(openIds, memberId),
    findOnly('ratings', { _id: _.in(openIds), raters: memberId }, ['came']),
  ]);
  const came = (sectionId: string) =>
    mayRate(
      rolls.filter(roll => roll.sectionId === sectionId),
      memberId,
    );
  return {
    ratings: open
      .filter(({ section }) => came(section._id))
      .map(({ section: { _id, course, name }, until }): MyRating => ({
        sectionId: _id,
        course,
        name,
        until,
        given: given.some(book => book._id === _id),
      })),
  };
};
