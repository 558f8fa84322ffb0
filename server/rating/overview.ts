import type { RatingGroup } from '../../domain/api';
import { sumOfShown } from '../../domain/rating/shown';
import { find, readMany } from '../base/database';
import type { Run } from '../base/door';
import { _ } from '../base/database';
import { RECENT_MS } from '../../domain/base/windows';
import { closedBooks, type ClosedBook } from './closed-books';

/**
 * The batches, courses and organisations that have results. A batch of which nothing is shown is there only because it
 * ended lately, so that it does not say whether anybody rated. Four operations, and one for each further 1,000 books.
 */
export const overview: Run<'rating.overview'> = async ({ now }) => {
  const books = await closedBooks({}, now);
  const byBatch = groups(books, book => book.batchId);
  const recent = await find('batches', { lastLessonAt: _.gt(now - RECENT_MS).and(_.lte(now)) });
  const ids = byBatch.map(group => group.key).filter(key => !recent.some(batch => batch._id === key));
  const batches = [...recent, ...(await readMany('batches', ids))].sort((a, b) => b.lastLessonAt - a.lastLessonAt);
  return {
    batches: batches.map(({ _id, title }) => ({
      key: _id,
      title,
      sum: byBatch.find(group => group.key === _id)?.sum ?? null,
    })),
    courses: groups(books, book => book.course),
    organisations: groups(books, book => book.organisation),
  };
};

/** Groups with a sum that is shown, most ratings first. */
function groups(books: readonly ClosedBook[], keyOf: (book: ClosedBook) => string): RatingGroup[] {
  const of = new Map<string, ClosedBook[]>();
  for (const book of books) of.set(keyOf(book), [...(of.get(keyOf(book)) ?? []), book]);
  return [...of]
    .map(([key, those]) => ({ key, title: key, sum: sumOfShown(those) }))
    .filter(({ key, sum }) => key !== '' && sum !== null)
    .sort((a, b) => (b.sum?.people ?? 0) - (a.sum?.people ?? 0));
}
