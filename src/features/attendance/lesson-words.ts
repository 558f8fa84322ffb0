import type { AttendedClass, LessonSums } from '../../../domain/api';
import { takesPlace } from '../../../domain/lesson/held-lessons';

/** `到 24，迟到 2，缺课 1，另有 1 人补位`; what is zero is left out. */
export function countsText(section: AttendedClass, lesson: LessonSums, now: number): string {
  if (!takesPlace(section, lesson)) return '不用来，也不算缺课';
  const counts: [string, number][] = [
    ['到', lesson.present],
    ['迟到', lesson.late],
    ['请假', lesson.leave],
    ['缺课', lesson.absent],
    ['未点', lesson.startsAt <= now ? lesson.unmarked : 0],
  ];
  const said = counts.filter(([, count]) => count > 0).map(([word, count]) => `${word} ${count}`);
  if (lesson.guests > 0) said.push(`另有 ${lesson.guests} 人只来这一次`);
  if (lesson.heads) said.push(`另有 ${lesson.heads} 人未登记`);
  return said.join('，') || `应到 ${lesson.expected} 人`;
}

/** `86%`. Only all is 100 %, and only none is 0. */
export function percentText(rate: number | null): string {
  if (rate === null) return '还没有';
  const rounded = Math.round(rate * 100);
  const honest = rate < 1 && rounded === 100 ? 99 : rate > 0 && rounded === 0 ? 1 : rounded;
  return `${honest}%`;
}
