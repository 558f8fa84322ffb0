import { comingIsOvertaken } from '../../domain/line/late-tap';
import { endLeave } from '../../domain/lesson/lend';
import { isRefused, refuse, type Refused } from '../../domain/base/refuse';
import { changeRoll } from '../roll/change-roll';
import { lessonOf } from './lesson-of';
import type { Run } from '../base/door';

type No = Refused<'SEAT_LENT' | 'LEAVE_TOO_LATE' | 'ROLL_CLOSED' | 'CHANGED_SINCE'>;

/** Takes a leave back, as long as nobody else counts on the seat. */
export const comeAfterAll: Run<'lesson.comeAfterAll'> = async ({
  input: { sectionId, lessonIndex, tappedAt },
  memberId,
  now,
}) => {
  const about = await lessonOf(sectionId, lessonIndex);
  if (isRefused(about)) return about;
  const changed = await changeRoll<No>(about, roll => {
    if (comingIsOvertaken(roll, memberId, tappedAt)) return refuse('CHANGED_SINCE');
    const ended = endLeave(about.section, roll, about.lesson, memberId, now);
    return ended === null || isRefused(ended) ? ended : { roll: ended };
  });
  return isRefused(changed) ? changed : { coming: true };
};
