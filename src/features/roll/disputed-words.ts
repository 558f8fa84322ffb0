import { dayKey, dayText, timeText } from '../../../domain/base/clock';
import type { RollPerson, RollView, ShownMark } from '../../../domain/api';
import type { MarkSource } from '../../../domain/roll/roll';
import { MARK_WORDS } from '../../../domain/roll/mark-words';

/** Who made the mark. */
export const BY: Record<MarkSource, string> = { self: '本人签到', instructor: '老师点名', staff: '工会更正' };

/** The time; with the day if it was another day. */
export const clockText = (at: number, day: number): string =>
  dayKey(at) === dayKey(day) ? timeText(at) : `${dayText(at)} ${timeText(at)}`;

const WHOSE: Record<MarkSource, string> = { self: '本人', instructor: '老师', staff: '工会' };

/** 本人 18:18 扫过码；老师 18:20 记的是缺课，还没有人定 */
export function disputedText({ mark, disputed }: RollPerson, { section, lessonIndex }: RollView): string {
  if (!mark || !disputed) return '';
  const day = section.lessons[lessonIndex]?.startsAt ?? mark.at;
  return `${[mark, disputed].map(one => saidBy(one, day)).join('；')}，还没有人定`;
}

const saidBy = ({ state, source, at }: ShownMark, day: number) =>
  `${WHOSE[source]} ${clockText(at, day)} ${source === 'self' ? '扫过码' : `记的是${MARK_WORDS[state]}`}`;

/** The check-in in a dispute, which can be accepted with one tap. */
export const scanOf = ({ mark, disputed }: RollPerson): ShownMark | null =>
  mark && disputed ? ([mark, disputed].find(one => one.source === 'self') ?? null) : null;
