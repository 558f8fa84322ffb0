import { DAY, instantOf, startOfWeek } from '../base/clock';
import type { Batch, BatchDraft, Section } from '../model';
import type { DayKey } from '../sheet/grid';
import { keyOf } from './publish';
import { draftOf } from '../batch/unpublish';
import { laterTerms } from './terms';
import { replanned } from './weekly';

const WEEK = 7 * DAY;
/** If no first day is asked for, the copy opens at least this long from now. */
const LEAD = DAY;

/**
 * A copy of a batch. All its instants move by the same number of whole weeks, so that every weekday and hour stays. The
 * first lesson is not before `firstDay`; without one, the opening is at least a day from now. Lessons skip holidays
 * that still lie ahead, and sections get new keys.
 */
export function copyOf(
  batch: Batch,
  sections: readonly Section[],
  now: number,
  firstDay?: DayKey,
): Omit<BatchDraft, '_id' | 'createdAt' | 'updatedAt'> {
  const draft = draftOf(batch, sections);
  const shift = shiftOf(batch, now, firstDay);
  const terms = laterTerms(batch, shift);
  return {
    ...draft,
    // Staff have to choose a new name, because a copy that kept the old one would be published under it.
    title: '',
    formerTitle: draft.title,
    ...terms,
    // Nobody was asked about the new dates.
    sections: draft.sections.map(({ asked: _asked, ...section }, index) => ({
      ...section,
      key: keyOf(index + 1),
      lessons: replanned(section, draft.holidays, terms.holidays, shift),
    })),
    lastKey: draft.sections.length,
    revision: 1,
  };
}

/** In ms, a multiple of a week. */
function shiftOf(batch: Batch, now: number, firstDay?: DayKey): number {
  const wished = firstDay === undefined ? undefined : instantOf(firstDay, '00:00');
  if (wished === undefined) return Math.max(1, Math.ceil((now + LEAD - batch.opensAt) / WEEK)) * WEEK;
  const weeks = (startOfWeek(wished) - startOfWeek(batch.firstLessonAt)) / WEEK;
  const first = batch.firstLessonAt + weeks * WEEK;
  return (first < wished ? weeks + 1 : weeks) * WEEK;
}
