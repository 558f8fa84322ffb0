import { isRefused } from '../../domain/base/refuse';
import { shownOf, textsOf } from '../../domain/rating/shown';
import { windowToRead } from '../../domain/rating/window';
import type { Run } from '../base/door';
import { ownSection } from '../roll/own-section';
import { closedBooks } from './closed-books';

/** The ratings of a class that the caller runs, without texts that staff hid. Five operations. */
export const own: Run<'rating.own'> = async ({ input: { sectionId }, memberId, now }) => {
  const section = await ownSection(memberId, sectionId);
  if (isRefused(section)) return section;
  const [book = null] = await closedBooks({ _id: sectionId }, now);
  return {
    window: windowToRead(section, book),
    shown: book ? shownOf(book) : null,
    texts: book ? textsOf(book, 'instructor') : [],
  };
};
