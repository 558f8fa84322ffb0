import { passOn } from '../../domain/lesson/lend';
import { isRefused, type Refused } from '../../domain/base/refuse';
import { changeRoll } from '../roll/change-roll';
import { lessonOf } from './lesson-of';
import { tellLent } from './lend-on';
import { lentOutgoing } from './lent-outgoing';
import type { Run } from '../base/door';

type No = Refused<'NOT_LENT' | 'LEAVE_TOO_LATE' | 'ROLL_CLOSED'>;

/** 让给下一位: a lent seat goes to the next person in line, if there is one. */
export const decline: Run<'lesson.decline'> = async ({ input: { sectionId, lessonIndex }, memberId, now }) => {
  const about = await lessonOf(sectionId, lessonIndex);
  if (isRefused(about)) return about;
  const changed = await changeRoll<No>(about, roll => {
    const passed = passOn(about.section, roll, about.lesson, memberId, now);
    return passed === null || isRefused(passed)
      ? passed
      : { roll: passed.roll, outgoing: lentOutgoing(about, passed.to, now) };
  });
  if (isRefused(changed)) return changed;
  await tellLent(changed?.outgoing, now);
  return { passedOn: changed?.outgoing !== undefined };
};
