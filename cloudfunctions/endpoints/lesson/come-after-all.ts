import { comingIsOvertaken } from '../../../domain/rules/late-tap';
import { endLeave } from '../../../domain/rules/lend';
import { isRefused, refuse, type Refused } from '../../../domain/rules/refuse';
import { changeRoll } from '../../db/change-roll';
import { lessonOf } from '../../db/lesson-of';
import type { Run } from '../../door';

type No = Refused<'SEAT_LENT' | 'LEAVE_TOO_LATE' | 'ROLL_CLOSED' | 'CHANGED_SINCE'>;

/** Takes a leave back, while nobody counts on the seat. */
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
