import type { CheckedIn } from '../../../domain/contract';
import type { Section } from '../../../domain/model';
import { rollIdOf, type Mark } from '../../../domain/roll';
import { isLent } from '../../../domain/rules/lend';
import { refuse, type Refused } from '../../../domain/rules/refuse';
import { whichMark } from '../../../domain/rules/which-mark';
import { appendMarks } from '../../db/append-marks';
import { read } from '../../db/database';
import { checkedIn } from './checked-in';

type No = Refused<'SEAT_LENT' | 'CHECK_IN_UNDONE' | 'ROLL_CLOSED' | 'ROLL_FULL' | 'CODE_UNREADABLE'>;

/**
 * Why a check-in was not written, by what is there now: it was before, and may have been taken back since, or it cannot be.
 * Where only somebody stood in the way who was lent the seat and is no guest any more, it is written after all.
 */
export async function notTaken(
  section: Section,
  lessonIndex: number,
  here: Mark,
  guest = false,
): Promise<CheckedIn | No> {
  const { memberId } = here;
  const roll = await read('rolls', rollIdOf(section._id, lessonIndex));
  if (!roll) return refuse('CODE_UNREADABLE');
  const before = roll.marks.find(mark => mark.nonce === `self-${memberId}`);
  if (before) {
    const { holds } = whichMark(roll.marks, memberId);
    const stands = holds?.state === 'present' || holds?.state === 'late';
    return stands
      ? checkedIn(section, lessonIndex, { ...before, state: holds.state }, { already: true, guest })
      : refuse('CHECK_IN_UNDONE');
  }
  if (roll.guests.some(one => one.seatOf === memberId)) {
    const fresh = await read('sections', section._id);
    if (fresh && isLent(fresh, roll, memberId)) return refuse('SEAT_LENT');
    if (await appendMarks(roll._id, [here])) return checkedIn(section, lessonIndex, here, { guest });
  }
  return refuse(roll.closedAt === null ? 'ROLL_FULL' : 'ROLL_CLOSED');
}
