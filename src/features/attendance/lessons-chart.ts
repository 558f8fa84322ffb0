import { dayText } from '../../../domain/base/clock';
import type { LessonSums } from '../../../domain/api';
import { stackedBars } from '../../../charts/stacked-bars';
import type { Look } from '../../../charts/svg';

/** The states of people in a lesson, from the bottom of a bar to its top. */
const LAYERS = [
  { label: '到', tone: 'openFill', words: 'open', of: 'present' },
  { label: '迟到', tone: 'fewFill', words: 'few', of: 'late' },
  { label: '请假', tone: 'waitingFill', words: 'waiting', of: 'leave' },
  { label: '缺课', tone: 'absentFill', words: 'absent', of: 'absent' },
  { label: '未点', tone: 'fullFill', words: 'full', of: 'unmarked' },
] as const;

const whole = (value: number) => (Number.isInteger(value) ? String(value) : '');

/**
 * One bar for each lesson that takes place. Lessons to come keep their room, so that bars do not move from week to
 * week.
 */
export function lessonsSvg(held: readonly LessonSums[], now: number, look: Look): string {
  return stackedBars(
    {
      title: '每次课的到课情况',
      x: {
        from: 0,
        to: held.length,
        said: value => dayText(held[Math.min(Math.floor(value), held.length - 1)]?.startsAt ?? 0),
        ticks: held.map((_, index) => index + 0.5),
      },
      said: whole,
      layers: LAYERS.map(({ label, tone, words, of }) => ({
        label,
        tone,
        words,
        values: held.map(lesson => (lesson.startsAt <= now ? lesson[of] : 0)),
      })),
    },
    look,
  );
}
