import { inLine } from '../../domain/telling/class-follow';
import { titleOf } from '../../domain/batch/title';
import { _, find, findOnly } from '../base/database';
import type { Run } from '../base/door';

/** The full classes that I follow, the last first. Two operations, one if there are none. */
export const followedClasses: Run<'member.followedClasses'> = async ({ memberId }) => {
  const follows = await find('classFollows', { 'people.memberId': memberId, tellAt: null });
  if (follows.length === 0) return { classes: [] };
  const ids = follows.map(one => one.sectionId);
  const sections = await findOnly('sections', { _id: _.in(ids) }, ['course', 'name', 'batchId', 'line']);
  const classes = sections
    .filter(section => !inLine(section).includes(memberId))
    .map(section => ({
      sectionId: section._id,
      batchId: section.batchId,
      title: titleOf(section),
      at: follows.find(one => one._id === section._id)?.people.find(one => one.memberId === memberId)?.at ?? 0,
    }));
  return { classes: classes.sort((a, b) => b.at - a.at) };
};
