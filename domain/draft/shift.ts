import { DAY, dayKey, instantOf, startOfWeek } from '../base/clock';
import type { Batch, BatchDraft, Section } from '../model';
import type { DayKey } from '../sheet/grid';
import { keyOf } from './publish';
import { draftOf } from '../batch/unpublish';
import { replanned } from './weekly';

const WEEK = 7 * DAY;
/** Without a wish the copy opens at least this long from now. */
const LEAD = DAY;

/**
 * A copy of a batch, all its instants later by the same whole weeks, so that every weekday and hour stays: the first
 * lesson is not before `firstDay`; without that the opening is at least a day from now. Holidays that still lie ahead
 * are passed over; keys are given anew.
 */
export function copyOf(
  batch: Batch,
  sections: readonly Section[],
  now: number,
  firstDay?: DayKey,
): Omit<BatchDraft, '_id' | 'createdAt' | 'updatedAt'> {
  const draft = draftOf(batch, sections);
  const shift = shiftOf(batch, now, firstDay);
  const begins = dayKey(batch.firstLessonAt + shift);
  const holidays = draft.holidays.filter(day => day >= begins);
  return {
    ...draft,
    // Its name is to be thought of anew: a copy that keeps the old one goes public under it.
    title: '',
    formerTitle: draft.title,
    opensAt: batch.opensAt + shift,
    closesAt: batch.closesAt + shift,
    holidays,
    sections: draft.sections.map((section, index) => ({
      ...section,
      key: keyOf(index + 1),
      lessons: replanned(section, draft.holidays, holidays, shift),
    })),
    lastKey: draft.sections.length,
    revision: 1,
  };
}

/** In ms, whole weeks. */
function shiftOf(batch: Batch, now: number, firstDay?: DayKey): number {
  const wished = firstDay === undefined ? undefined : instantOf(firstDay, '00:00');
  if (wished === undefined) return Math.max(1, Math.ceil((now + LEAD - batch.opensAt) / WEEK)) * WEEK;
  const weeks = (startOfWeek(wished) - startOfWeek(batch.firstLessonAt)) / WEEK;
  const first = batch.firstLessonAt + weeks * WEEK;
  return (first < wished ? weeks + 1 : weeks) * WEEK;
}
