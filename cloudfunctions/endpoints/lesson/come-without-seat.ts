import type { CheckedIn, RefusalOf } from '../../../domain/contract';
import type { Mark } from '../../../domain/roll';
import { onRoll } from '../../../domain/rules/on-roll';
import { placeOf } from '../../../domain/rules/place';
import { isRefused, refuse, type Refused } from '../../../domain/rules/refuse';
import { walkInOpensAt } from '../../../domain/rules/roll-times';
import { titleOf } from '../../../domain/rules/title';
import { walkIn } from '../../../domain/rules/walk-in';
import { appendMarks } from '../../db/append-marks';
import { changeRoll } from '../../db/change-roll';
import { _ } from '../../db/database';
import { lessonOf } from '../../db/lesson-of';
import { refuseWhileErasing } from '../../erase/under-way';
import { checkedIn } from './checked-in';
import { notTaken } from './not-taken';

type No = Refused<'ROLL_CLOSED' | 'WALK_IN_TOO_EARLY' | 'NO_FREE_SEAT' | 'LINE_FIRST'>;

interface Coming {
  sectionId: string;
  lessonIndex: number;
  memberId: string;
  now: number;
  here: Mark;
  /** False where the person came from the ticket of another class. */
  isMeant: boolean;
}

/** Who has no seat as far as the memory knows: read anew; a guest of this lesson, or a walk-in, or nobody of it. */
export async function comeWithoutSeat(coming: Coming): Promise<CheckedIn | Refused<RefusalOf<'lesson.checkIn'>>> {
  const { sectionId, lessonIndex, memberId, now, here, isMeant } = coming;
  const about = await lessonOf(sectionId, lessonIndex);
  if (isRefused(about)) return refuse('CODE_UNREADABLE');
  const { section, lesson, roll } = about;
  const person = onRoll(section, roll).find(one => one.memberId === memberId);
  if (person) {
    const guest = person.as !== 'seat';
    if (await appendMarks(roll._id, [here], { 'guests.seatOf': _.neq(memberId) })) {
      return checkedIn(section, lessonIndex, here, { guest });
    }
    return notTaken(section, lessonIndex, here, guest);
  }
  const waits = placeOf(section, memberId) !== null;
  if (!waits && now < walkInOpensAt(lesson)) {
    return refuse(isMeant ? 'NOT_IN_SECTION' : 'WRONG_LESSON', { title: titleOf(section) });
  }
  const erasing = await refuseWhileErasing(memberId);
  if (erasing) return erasing;
  const walked = await changeRoll<No>(about, before => {
    const after = walkIn({ section, lesson, roll: before, memberId, by: memberId, source: 'self', now });
    return isRefused(after) ? after : { roll: after };
  });
  return isRefused(walked) ? walked : checkedIn(section, lessonIndex, { ...here, state: 'present' }, { guest: true });
}
