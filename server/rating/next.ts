import type { NextTime, SectionAttendance } from '../../domain/api';
import { rateOf } from '../../domain/attendance/attendance';
import { refuse } from '../../domain/base/refuse';
import { numbersOf } from '../../domain/line/demand';
import { nextStep, nextStepWords, type CourseNumbers } from '../../domain/rating/next-step';
import { sumOfShown } from '../../domain/rating/shown';
import { attendanceOf } from '../attendance/attendance-of';
import { find, read } from '../base/database';
import type { Run } from '../base/door';
import { closedBooks } from './closed-books';

/** Suggestions for the next batch, course by course. */
export const next: Run<'rating.next'> = async ({ input: { batchId }, now }) => {
  const batch = await read('batches', batchId);
  if (!batch) return refuse('BATCH_NOT_FOUND');
  const sections = await find('sections', { batchId }, { orderBy: ['_id', 'asc'] });
  const [tallies, attended, books] = await Promise.all([
    find('tallies', { batchId }),
    attendanceOf(sections),
    closedBooks({ batchId }, now),
  ]);
  const { courses } = numbersOf(batch, sections, tallies, now).groups;
  return {
    courses: courses.map(({ course, capacity, turnedAway }): NextTime => {
      const numbers: CourseNumbers = {
        seats: capacity,
        turnedAway,
        attendance: rateIn(attended.filter(one => one.section.course === course)),
        rated: sumOfShown(books.filter(book => book.course === course)),
      };
      return { course, step: nextStep(numbers), text: nextStepWords(numbers) };
    }),
  };
};

const rateIn = (attended: readonly SectionAttendance[]): number | null => rateOf(attended.flatMap(one => one.lessons));
