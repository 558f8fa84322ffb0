import type { CheckedIn, RefusalOf } from '../../domain/api';
import { lastOf } from '../../domain/base/last-of';
import type { Mark } from '../../domain/roll/roll';
import { onRoll } from '../../domain/roll/on-roll';
import { attendeeOf } from '../../domain/line/entry';
import { placeOf } from '../../domain/line/place';
import { isRefused, refuse, type Refused } from '../../domain/base/refuse';
import { takesAnybody } from '../../domain/lesson/lecture';
import { walkInOpensAt } from '../../domain/lesson/roll-times';
import { titleOf } from '../../domain/batch/title';
import { walkIn } from '../../domain/roll/walk-in';
import { appendFirstMark } from '../roll/append-marks';
import { changeRoll } from '../roll/change-roll';
import { lessonOf } from './lesson-of';
import { refuseWhileErasing } from '../privacy/erase/under-way';
import { checkInAnswer } from './check-in-answer';
import { checkInWithCare } from './check-in-with-care';
import { checkedIn } from './checked-in';

type No = Refused<'ROLL_CLOSED' | 'WALK_IN_TOO_EARLY' | 'NO_FREE_SEAT' | 'LINE_FIRST'>;

interface Coming {
  sectionId: string;
  lessonIndex: number;
  memberId: string;
  now: number;
  here: Mark;
  /** False if the person came from the ticket of another class. */
  isMeant: boolean;
}

/**
 * Checks in somebody who has no seat as far as the memory knows. The lesson is read anew: the person is on its roll, is
 * a walk-in, or does not belong to it.
 */
export async function comeWithoutSeat(
  coming: Coming,
): Promise<CheckedIn | Refused<RefusalOf<'lesson.checkIn'> | 'BUSY'>> {
  const { sectionId, lessonIndex, memberId, now, here, isMeant } = coming;
  const about = await lessonOf(sectionId, lessonIndex);
  if (isRefused(about)) return refuse('CODE_UNREADABLE');
  const { section, lesson, roll } = about;
  const person = onRoll(section, roll).find(one => one.memberId === memberId);
  if (person) {
    const guest = person.as !== 'seat';
    if (await appendFirstMark(roll._id, here)) return checkedIn(section, lessonIndex, here, { guest });
    return checkInWithCare(section, lessonIndex, here, guest);
  }
  const waits = placeOf(section, memberId, attendeeOf) !== null;
  const isEarly = now < walkInOpensAt(lesson) && !(isMeant && takesAnybody(section));
  if (!waits && isEarly) {
    return refuse(isMeant ? 'NOT_IN_SECTION' : 'WRONG_LESSON', { title: titleOf(section) });
  }
  const erasing = await refuseWhileErasing(memberId);
  if (erasing) return erasing;
  const walked = await changeRoll<No>(about, before => {
    const after = walkIn({ section, lesson, roll: before, memberId, by: memberId, source: 'self', now });
    return isRefused(after) || after === null ? after : { roll: after };
  });
  if (isRefused(walked)) return walked;
  // Somebody else has put the person on the roll meanwhile.
  if (walked === null) return checkInWithCare(section, lessonIndex, here, true);
  const { marks } = walked.roll;
  return checkInAnswer({
    section,
    lessonIndex,
    marks,
    here: lastOf(marks) ?? here,
    more: { guest: true },
  });
}
