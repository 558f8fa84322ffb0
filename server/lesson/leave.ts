import { leaveIsOvertaken } from '../../domain/line/late-tap';
import { isLent, takeLeave } from '../../domain/lesson/lend';
import { isRefused, refuse, type Refused } from '../../domain/base/refuse';
import { riskyOf } from '../base/check-text';
import { changeRoll } from '../roll/change-roll';
import { lessonOf } from './lesson-of';
import { tellLent } from './lend-on';
import { lentOutgoing } from './lent-outgoing';
import type { Run } from '../base/door';

type No = Refused<'NO_LEAVE' | 'NOT_SEATED' | 'LEAVE_TOO_LATE' | 'ROLL_CLOSED' | 'CHANGED_SINCE'>;

/** 请假: the leave, the lending and the notices are written in one transaction. */
export const leave: Run<'lesson.leave'> = async ({
  input: { sectionId, lessonIndex, reason, tappedAt },
  memberId,
  openid,
  now,
}) => {
  const about = await lessonOf(sectionId, lessonIndex);
  if (isRefused(about)) return about;
  const { section, lesson } = about;
  if (lesson.cancelled || section.cancelledAt !== undefined) return refuse('LESSON_CANCELLED');
  if ((await riskyOf(openid, 'comment', { reason })).length > 0) return refuse('TEXT_RISKY');
  const changed = await changeRoll<No>(about, roll => {
    if (leaveIsOvertaken(roll, memberId, tappedAt)) return refuse('CHANGED_SINCE');
    const taken = takeLeave(section, roll, lesson, memberId, reason, now);
    return taken === null || isRefused(taken)
      ? taken
      : { roll: taken.roll, outgoing: lentOutgoing(about, taken.to, now) };
  });
  if (isRefused(changed)) return changed;
  await tellLent(changed?.outgoing, now);
  return { lent: isLent(section, changed?.roll ?? about.roll, memberId) };
};
