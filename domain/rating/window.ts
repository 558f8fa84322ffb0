import { DAY } from '../base/clock';
import { lastOf } from '../base/last-of';
import { refuse, type Refused } from '../base/refuse';
import { heldLessons, takesPlace } from '../lesson/held-lessons';
import type { Section } from '../model';
import type { RatingBook } from './rating';
import { isShown } from './shown';

/** A class can be rated for this long after it is over. */
export const RATING_MS = 14 * DAY;

/** From an instant (inclusive) to another one (exclusive). */
export interface Window {
  from: number;
  until: number;
}

type Lessons = Pick<Section, 'lessons' | 'cancelledAt' | 'movedAt'>;

/**
 * When a class can be rated: from the end of the last lesson that is held. If staff called off what would have followed,
 * from then, because nobody was asked before. `null` for a class without a lesson that is held.
 */
export function ratingWindow(section: Lessons): Window | null {
  const last = lastOf(heldLessons(section.lessons).filter(lesson => takesPlace(section, lesson)));
  if (!last) return null;
  // Only a lesson to come can be changed. So a change after the last lesson called off the rest.
  const from = Math.max(last.endsAt, section.movedAt ?? 0, calledOffAt(section));
  return { from, until: from + RATING_MS };
}

/** When the class was called off, if lessons were still to come. */
const calledOffAt = ({ lessons, cancelledAt = 0 }: Lessons): number =>
  heldLessons(lessons).some(lesson => lesson.endsAt > cancelledAt) ? cancelledAt : 0;

/**
 * The window of a class whose book may exist. A book that has opened does not close earlier than it said, and one that
 * has closed does not open again, because its results are shown once.
 */
export function windowOf(section: Lessons, book: Pick<RatingBook, 'closesAt' | 'came'> | null): Window | null {
  const window = ratingWindow(section);
  if (!book) return window;
  const { closesAt, came } = book;
  // It has opened, also if a lesson was added since.
  return { from: 0, until: came === null ? Math.max(window?.until ?? 0, closesAt) : closesAt };
}

/**
 * The window that readers of results are told. A book whose results are shown was closed for good, also if a lesson was
 * added since. Of any other book nobody is told that it exists, so the class alone says its window.
 */
export function windowToRead(
  section: Lessons,
  book: Pick<RatingBook, 'closesAt' | 'came' | 'sheets'> | null,
): Window | null {
  if (!book || !isShown(book)) return ratingWindow(section);
  return { from: book.closesAt - RATING_MS, until: book.closesAt };
}

export type WindowRefusal = Refused<'RATING_NOT_YET' | 'RATING_OVER'>;

/** May the class be rated now? `null` = yes. A class that never has a lesson can never be rated. */
export function refuseOutside(window: Window | null, now: number): WindowRefusal | null {
  if (!window) return refuse('RATING_NOT_YET', { from: null });
  if (now < window.from) return refuse('RATING_NOT_YET', { from: window.from });
  return now < window.until ? null : refuse('RATING_OVER', { until: window.until });
}
