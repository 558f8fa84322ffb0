import { timeText } from '../../../domain/base/clock';
import type { MyAttendance, MyLesson, SectionCard } from '../../../domain/api';
import type { MarkSource } from '../../../domain/roll/roll';
import { isLesson, knownOf } from '../../app/known/attendance';

/**
 * My state in one lesson. `unknown`: the lesson is over and nothing is recorded of me. `undecided`: the marks
 * disagree. `before`: the lesson was over or had begun before I joined the line.
 */
export type LessonState =
  'before' | 'undecided' | 'present' | 'late' | 'leave' | 'absent' | 'cancelled' | 'unknown' | 'coming';

export function lessonState(
  section: SectionCard,
  lessonIndex: number,
  attendance: MyAttendance | undefined,
  now: number,
  /** When I joined the line. Absent if I have a seat for one lesson only. */
  joinedAt = -Infinity,
): LessonState {
  const lesson = section.lessons[lessonIndex];
  const id = { sectionId: section.sectionId, lessonIndex };
  const known = knownOf(attendance, id);
  if (!lesson || lesson.cancelled) return 'cancelled';
  if (known?.mark) return known.mark.state;
  if (known?.undecided) return 'undecided';
  if (known?.leave) return 'leave';
  if (lesson.startsAt <= joinedAt) return 'before';
  // Not everybody without a mark was expected: somebody who moved up later was not.
  if (attendance?.noShows.some(one => isLesson(one, id))) return 'absent';
  return lesson.endsAt <= now ? 'unknown' : 'coming';
}

export const lessonStates = (
  section: SectionCard,
  attendance: MyAttendance | undefined,
  now: number,
  joinedAt?: number,
): LessonState[] => section.lessons.map((_, index) => lessonState(section, index, attendance, now, joinedAt));

export const STATE_WORDS: Record<LessonState, string> = {
  present: '到',
  late: '迟到',
  leave: '请假',
  absent: '缺课',
  cancelled: '停课',
  undecided: '待定',
  unknown: '没有记录',
  before: '您报名之前的课',
  coming: '',
};

const BY: Record<MarkSource, string> = { self: '签到', instructor: '老师点名', staff: '工会更正' };

/** `到，19:26 签到`; `请假，座位借给了候补的工友`. */
export function stateText(state: LessonState, known: MyLesson | undefined): string {
  const word = STATE_WORDS[state];
  const mark = known?.mark;
  if (state === 'undecided') return '老师记了缺课，您扫过码，等老师或工会定';
  if (mark) return `${word}，${mark.source === 'self' ? `${timeText(mark.at)} ` : ''}${BY[mark.source]}`;
  if (state === 'leave') return known?.leave?.lent ? `${word}，座位借给了候补的工友` : `${word}，座位没有借出`;
  return word;
}

const COUNTED = ['present', 'late', 'leave', 'absent'] as const;

/** `到 3 次`, `迟到 1 次`, `请假 1 次`. What is zero is left out. */
export const sums = (states: readonly LessonState[]): string[] =>
  COUNTED.map(state => ({ state, times: states.filter(one => one === state).length }))
    .filter(({ times }) => times > 0)
    .map(({ state, times }) => `${STATE_WORDS[state]} ${times} 次`);
