import type { CheckedIn } from '../../../domain/contract';
import type { Section } from '../../../domain/model';
import { isLent } from '../../../domain/rules/lend';
import { refuse, type Refused } from '../../../domain/rules/refuse';
import { whichMark } from '../../../domain/rules/which-mark';
import { read } from '../../db/database';
import { checkedIn } from './checked-in';

type No = Refused<'SEAT_LENT' | 'CHECK_IN_UNDONE' | 'ROLL_CLOSED' | 'ROLL_FULL' | 'CODE_UNREADABLE'>;

/** Why a check-in was not written: it was before, and may have been taken back since, or it cannot be. */
export async function notTaken(
  section: Section,
  rollId: string,
  lessonIndex: number,
  memberId: string,
  guest = false,
): Promise<CheckedIn | No> {
  const roll = await read('rolls', rollId);
  if (!roll) return refuse('CODE_UNREADABLE');
  const before = roll.marks.find(mark => mark.nonce === `self-${memberId}`);
  if (before) {
    const { holds } = whichMark(roll.marks, memberId);
    const stands = holds?.state === 'present' || holds?.state === 'late';
    return stands
      ? checkedIn(section, lessonIndex, { ...before, state: holds.state }, { already: true, guest })
      : refuse('CHECK_IN_UNDONE');
  }
  if (isLent(roll, memberId)) return refuse('SEAT_LENT');
  return refuse(roll.closedAt === null ? 'ROLL_FULL' : 'ROLL_CLOSED');
}
