import { MOST_FOLLOWED, MOST_FOLLOWERS, refuseFollow, type ClassFollow } from '../../domain/telling/class-follow';
import { COME_AGAIN_MS } from '../../domain/base/patience';
import { refuse } from '../../domain/base/refuse';
import { addOnce } from '../base/add-once';
import { findOnly, read } from '../base/database';
import type { Run } from '../base/door';
import { refuseWhileErasing } from '../privacy/erase/under-way';
import { addFollower, removeFollowers } from './class-follows';

/** The document may be made or removed between two operations, and the next try sees it as it is. */
const TRIES = 3;

/** 有空位时告诉我, or no longer. An undone follow is forgotten. */
export const followClass: Run<'member.followClass'> = async ({ input: { sectionId, on }, memberId, now }) => {
  if (!on) {
    await removeFollowers(sectionId, [memberId]);
    return { follows: false };
  }
  const [section, own, erasing] = await Promise.all([
    read('sections', sectionId),
    findOnly('classFollows', { 'people.memberId': memberId, tellAt: null }, ['sectionId']),
    refuseWhileErasing(memberId),
  ]);
  if (!section) return refuse('SECTION_NOT_FOUND');
  const refused = refuseFollow(section, memberId, now) ?? erasing;
  if (refused) return refused;
  if (own.some(one => one.sectionId === sectionId)) return { follows: true };
  if (own.length >= MOST_FOLLOWED) return refuse('FOLLOW_LIMIT');

  const me = { memberId, at: now };
  const first: ClassFollow = { _id: sectionId, sectionId, batchId: section.batchId, people: [me], tellAt: null };
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if ((await addFollower(sectionId, me)) || (await addOnce('classFollows', first))) return { follows: true };
    const there = await read('classFollows', sectionId);
    if (there?.tellAt != null) break;
    if (there?.people.some(one => one.memberId === memberId)) return { follows: true };
    if (there && there.people.length >= MOST_FOLLOWERS) return refuse('FOLLOWED_BY_MANY');
  }
  return refuse('BUSY', { retryAfterMs: COME_AGAIN_MS });
};
