import { rateOf } from '../../domain/attendance/attendance';
import { attendanceOf } from '../attendance/attendance-of';
import type { Run } from '../base/door';
import { shown } from './courses';
import { coursesNow } from './courses-now';

/** One course, with the attendance of its last batch. */
export const course: Run<'loop.course'> = async ({ input: { key }, now }) => {
  const found = (await coursesNow(now)).find(one => one.key === key);
  if (!found) return { course: null };
  const { facts, sections } = found;
  const attendance = facts.batch && rateOf((await attendanceOf(sections)).flatMap(one => one.lessons));
  const batch = facts.batch && { ...facts.batch, attendance };
  return { course: shown({ ...found, facts: { ...facts, batch } }, now) };
};
