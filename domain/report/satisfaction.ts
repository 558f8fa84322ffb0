import { wordsKey } from '../base/written';
import type { RatingBook } from '../rating/rating';
import { shownOf, sumOfShown, yearShown, type Shown } from '../rating/shown';
import type { Satisfaction, Satisfied } from './numbers';
import { yearOf, type Instants, type Span } from './span';

type Book = Pick<RatingBook, '_id' | 'course' | 'organisation' | 'sheets' | 'came' | 'closesAt'>;

/**
 * Satisfaction with the classes whose books closed in a span. Which books may be shown, and when the small ones count
 * together, is decided by `domain/rating/shown.ts` alone.
 */
export function satisfactionOf(all: readonly Book[], span: Span, { from, until }: Instants, now: number): Satisfaction {
  const books = all.filter(book => book.closesAt >= from && book.closesAt < until);
  const named = (of: 'course' | 'organisation', name: string) =>
    satisfied(sumOfShown(books.filter(book => wordsKey(book[of]) === wordsKey(name))));
  const year = yearOf(span) === null ? { total: sumOfShown(books), restPeople: 0 } : yearShown(books, now >= until);
  return {
    all: satisfied(year.total, year.restPeople),
    ofSection: sectionId => {
      const book = books.find(one => one._id === sectionId);
      return book ? satisfied(shownOf(book)) : null;
    },
    ofCourse: course => named('course', course),
    ofOrganisation: organisation => named('organisation', organisation),
  };
}

const satisfied = (shown: Shown | null, rest = 0): Satisfied | null =>
  shown && { share: shown.satisfied, people: shown.people, rest };
