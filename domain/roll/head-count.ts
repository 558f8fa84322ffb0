import { refuse, type Refused } from '../base/refuse';
import { isLecture } from '../lesson/lecture';
import type { Section } from '../model';
import type { Roll } from './roll';

/**
 * 人数: how many people at a lecture are on no list, because they have no phone to check in with. Somebody counts them by
 * hand. The number stands beside the roll and is in no rate.
 *
 * @param seen the number that the person who counts has before them, so that two who count do not overwrite each other
 * @returns the roll with the number; `null` if it says so already
 */
export function countHeads(
  section: Pick<Section, 'kind'>,
  roll: Roll,
  { count, seen }: { count: number; seen: number },
): Roll | null | Refused<'HEADS_ONLY_AT_LECTURES' | 'ROLL_CLOSED' | 'HEADS_CHANGED'> {
  if (!isLecture(section)) return refuse('HEADS_ONLY_AT_LECTURES');
  const { heads = 0 } = roll;
  if (heads === count) return null;
  if (roll.closedAt !== null) return refuse('ROLL_CLOSED');
  return heads === seen ? { ...roll, heads: count } : refuse('HEADS_CHANGED');
}
