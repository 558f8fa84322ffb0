import { COLLECTIONS } from '../../domain/collections';
import { _, find, removeAll, type CollectionName, type Collections } from '../base/database';

/**
 * Matches an old roll, which does not say yet whom it is about. The nightly job adds that (`retire/rolls.ts`), so soon
 * there will be none.
 */
const onOldRoll = (id: string) =>
  _.or([
    ...['marks.memberId', 'marks.by', 'leaves.memberId', 'guests.memberId', 'guests.seatOf'].map(on => ({
      [on]: id,
    })),
    ...['declined', 'expected', 'noShows', 'appeals.memberId', `codeKeys.${id.slice(1, 9)}.by`].map(on => ({
      [on]: id,
    })),
  ]);

/** The collections whose documents name people by their id. */
export const PERSONAL = (Object.keys(COLLECTIONS) as CollectionName[]).filter(
  name => COLLECTIONS[name].about.length > 0,
);

/** The condition that finds the documents about a person: their id in one of the declared fields. */
const conditionOf = (name: CollectionName, memberId: string): Parameters<typeof find>[1] => {
  const fields = COLLECTIONS[name].about.map(field => ({ [field]: memberId }));
  if (name === 'rolls') return _.or([...fields, _.and([{ appealOpen: null }, onOldRoll(memberId)])]);
  const [only] = fields;
  return fields.length === 1 && only ? only : _.or(fields);
};

/** The documents of one collection that are about this person, at most 1,000. One operation. */
export const about = async <N extends CollectionName>(name: N, memberId: string): Promise<Collections[N][]> =>
  PERSONAL.includes(name) ? find(name, conditionOf(name, memberId)) : [];

/** Removes the documents that an erasure removes, as their collections declare. */
export async function removeOwn(memberId: string): Promise<void> {
  for (const name of PERSONAL)
    if ('removedByErasure' in COLLECTIONS[name]) await removeAll(name, conditionOf(name, memberId));
}
