import { about } from '../about';
import { _ } from '../../base/database';
import { transact } from '../../base/transaction';

/**
 * Replaces the person's id in the list of those who rated a class. What they said stays, because nobody knows which
 * sheet is theirs.
 */
export async function forgetInRatings(memberId: string, aliasIn: (sectionId: string) => string): Promise<void> {
  for (const { _id } of await about('ratings', memberId))
    await transact(async transaction => {
      const book = transaction.doc('ratings', _id);
      const { data } = await book.get();
      const raters = data?.raters.map(rater => (rater === memberId ? aliasIn(_id) : rater));
      if (raters) await book.update({ data: { raters: _.set(raters) } });
      return true;
    });
}
