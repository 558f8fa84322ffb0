import { peopleIn, shortId } from '../../../domain/line/tally';
import { _, find, updateWhere } from '../../base/database';

/** A small page, because one document may hold the short ids of a whole crowd. */
const PAGE = 20;

/** Replaces the person's code among those turned away by another one, so that the number of people stays the same. */
export async function forgetInTallies(memberId: string, alias: string): Promise<void> {
  const [me, other] = [shortId(memberId), shortId(alias)];
  for (let after = ''; ;) {
    const page = await find('tallies', { _id: _.gt(after) }, { orderBy: ['_id', 'asc'], limit: PAGE });
    for (const { _id, turnedAway } of page) {
      const named = Object.entries(turnedAway).filter(([, list]) => peopleIn(list).includes(me));
      const without = named.map(([sectionId, list]) => [
        `turnedAway.${sectionId}`,
        peopleIn(list)
          .map(id => (id === me ? other : id))
          .join(''),
      ]);
      if (named.length > 0) await updateWhere('tallies', { _id }, Object.fromEntries(without));
    }
    const last = page[page.length - 1];
    if (!last || page.length < PAGE) return;
    after = last._id;
  }
}
