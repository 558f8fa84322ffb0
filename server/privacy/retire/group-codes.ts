import { isGroupOver } from '../../../domain/lesson/group-code';
import { _, findEvery, removeAll, updateAll } from '../../base/database';

/**
 * Removes the codes of groups whose class is over, was called off or is gone. The classes stop saying that they have one
 * first, so that a night that was cut off is made good by the next. One operation if there are no codes.
 */
export async function removeGroupCodes(now: number): Promise<number> {
  const ids = (await findEvery('groupCodes', {}, ['sectionId'])).map(one => one._id);
  if (ids.length === 0) return 0;
  const sections = await findEvery('sections', { _id: _.in(ids) }, ['lessons', 'cancelledAt']);
  const needed = new Set(sections.filter(section => !isGroupOver(section, now)).map(section => section._id));
  const over = ids.filter(id => !needed.has(id));
  if (over.length === 0) return 0;
  await updateAll('sections', { _id: _.in(over) }, { groupCodeAt: _.remove() });
  return removeAll('groupCodes', { _id: _.in(over) });
}
