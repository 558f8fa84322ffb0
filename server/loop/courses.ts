import type { CourseLoop } from '../../domain/api';
import { loopOf, STAGES } from '../../domain/loop/loop';
import type { Run } from '../base/door';
import { coursesNow, type CourseNow } from './courses-now';

/** As many as anybody scrolls through. */
const MOST = 300;

/** Courses that ask for something come first, in the order of their stages. */
export const courses: Run<'loop.courses'> = async ({ now }) => {
  const all = (await coursesNow(now)).map(one => shown(one, now));
  all.sort((a, b) => orderOf(a) - orderOf(b) || (a.course < b.course ? -1 : 1));
  return { courses: all.slice(0, MOST) };
};

export const shown = ({ key, course, facts }: CourseNow, now: number): CourseLoop => ({
  key,
  course,
  stages: [...loopOf(facts, now)],
});

function orderOf({ stages }: CourseLoop): number {
  const at = stages.findIndex(({ state }) => state === 'now');
  return at < 0 ? STAGES.length : at;
}
