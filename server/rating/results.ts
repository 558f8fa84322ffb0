import type { RatedClass } from '../../domain/api';
import { isShown, shownOf, sumOfShown, textsOf } from '../../domain/rating/shown';
import { windowToRead } from '../../domain/rating/window';
import { _, findEvery, readMany } from '../base/database';
import type { Run } from '../base/door';
import { closedBooks, type ClosedBook } from './closed-books';

const FIELDS = [
  'batchId',
  'course',
  'name',
  'instructor',
  'organisation',
  'lessons',
  'cancelledAt',
  'movedAt',
] as const;

/** The ratings of a batch, a course or an organisation, class by class. Four operations. */
export const results: Run<'rating.results'> = async ({ input: { by, key }, now }) => {
  const books = await closedBooks(by === 'batch' ? { batchId: key } : { [by]: key }, now);
  return { sum: sumOfShown(books), classes: await classesOf(by === 'batch' ? key : null, books) };
};

/** The classes of a batch, or only those of the books that are shown. The latest come first. */
async function classesOf(batchId: string | null, books: readonly ClosedBook[]): Promise<RatedClass[]> {
  const shown = books.filter(isShown).map(book => book._id);
  const sections = await findEvery('sections', batchId === null ? { _id: _.in(shown) } : { batchId }, FIELDS);
  const batches = await readMany('batches', [...new Set(sections.map(section => section.batchId))]);
  return sections
    .map(section => {
      const { _id: sectionId, batchId: of, course, name, instructor, organisation } = section;
      const book = books.find(one => one._id === sectionId) ?? null;
      return {
        sectionId,
        batchId: of,
        batchTitle: batches.find(batch => batch._id === of)?.title ?? '',
        course,
        name,
        instructor,
        organisation,
        window: windowToRead(section, book),
        shown: book && shownOf(book),
        texts: book ? textsOf(book, 'staff') : [],
      };
    })
    .sort((a, b) => (b.window?.until ?? 0) - (a.window?.until ?? 0) || (a.sectionId < b.sectionId ? -1 : 1));
}
