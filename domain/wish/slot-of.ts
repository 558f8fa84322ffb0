import { EVENING, timeText, weekdayText } from '../base/clock';
import { heldLessons } from '../lesson/held-lessons';
import type { Section } from '../model';
import { DAYS, type Slot } from './wish';

/** The part of the week in which a class begins; `undefined` if it has no lessons. */
export function slotOf({ lessons }: Pick<Section, 'lessons'>): Slot | undefined {
  const first = heldLessons(lessons)[0];
  if (!first) return undefined;
  const time = timeText(first.startsAt);
  const part = time < '12:00' ? 'm' : time < EVENING ? 'a' : 'e';
  const day = DAYS['一二三四五六日'.indexOf(weekdayText(first.startsAt))];
  return day && `${day}${part}`;
}
