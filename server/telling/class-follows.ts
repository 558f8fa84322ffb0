import { MOST_FOLLOWERS, type ClassFollow, type Follower } from '../../domain/telling/class-follow';
import { _, removeAll, updateAll, updateWhere } from '../base/database';
import { updateAndRead } from '../base/update-and-read';

/** Every write to the follows of classes. Each is one guarded operation. */

/** False if nobody follows the class yet, if it is being told, if too many follow it, or if this person does. */
export const addFollower = (sectionId: string, follower: Follower): Promise<boolean> =>
  updateWhere(
    'classFollows',
    {
      _id: sectionId,
      tellAt: null,
      'people.memberId': _.neq(follower.memberId),
      [`people.${MOST_FOLLOWERS - 1}`]: _.exists(false),
    },
    { people: _.push([follower]) },
  );

/** Takes people out. The last one leaves an empty list, which the timer removes. */
export const removeFollowers = (sectionId: string, memberIds: readonly string[]): Promise<boolean> =>
  updateWhere(
    'classFollows',
    { _id: sectionId, 'people.memberId': _.in([...memberIds]) },
    { people: _.pull({ memberId: _.in([...memberIds]) }) },
  );

/** For an erasure. */
export const followNothing = (memberId: string): Promise<number> =>
  updateAll('classFollows', { 'people.memberId': memberId }, { people: _.pull({ memberId }) });

/** Fixes the instant at which everybody is told, and returns who they are; `null` if it is fixed already. */
export const beginTelling = (sectionId: string, tellAt: number): Promise<ClassFollow | null> =>
  updateAndRead('classFollows', { _id: sectionId, tellAt: null }, { tellAt });

/** Removes the follows that were told at this instant. People who have followed the class since then stay. */
export const endTelling = (sectionId: string, tellAt: number): Promise<number> =>
  removeAll('classFollows', { _id: sectionId, tellAt });

export const removeIfEmpty = (sectionId: string): Promise<number> =>
  removeAll('classFollows', { _id: sectionId, 'people.0': _.exists(false) });
