import type { CheckedIn } from '../../domain/api';
import type { Section } from '../../domain/model';
import { rollIdOf, type Mark } from '../../domain/roll/roll';
import { isLent } from '../../domain/lesson/lend';
import { MOST_MARKS_A_ROLL } from '../../domain/roll/mark';
import { COME_AGAIN_MS } from '../../domain/base/patience';
import { refuse, type Refused } from '../../domain/base/refuse';
import { checkInBeside } from '../../domain/roll/which-mark';
import { appendMarks } from '../roll/append-marks';
import { read } from '../base/database';
import { checkInAnswer, type Otherwise } from './check-in-answer';

type No = Otherwise | Refused<'SEAT_LENT' | 'ROLL_CLOSED' | 'ROLL_FULL' | 'CODE_UNREADABLE' | 'BUSY'>;

/** A person may tap twice at once, but hardly more often. */
const TRIES = 3;

/**
 * Handles a check-in that the one guarded write did not take, by reading the roll as it is now. Somebody who is marked
 * already still checks in, but the check-in notes the mark it found. The answer is what the roll then says.
 */
export async function checkInWithCare(
  section: Section,
  lessonIndex: number,
  here: Mark,
  guest = false,
): Promise<CheckedIn | No> {
  const { memberId } = here;
  const about = { section, lessonIndex };
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const roll = await read('rolls', rollIdOf(section._id, lessonIndex));
    if (!roll) return refuse('CODE_UNREADABLE');
    const { marks, markCount } = roll;
    const beside = checkInBeside(marks, here);
    if (beside === null) return refuse('CHECK_IN_UNDONE');
    if ('before' in beside) {
      return checkInAnswer({ ...about, marks, here: beside.before, more: { already: true, guest } });
    }
    if (roll.closedAt !== null) return refuse('ROLL_CLOSED');
    if (markCount >= MOST_MARKS_A_ROLL) return refuse('ROLL_FULL');
    if (roll.guests.some(one => one.seatOf === memberId)) {
      const fresh = await read('sections', section._id);
      if (fresh && isLent(fresh, roll, memberId)) return refuse('SEAT_LENT');
    }
    const { add } = beside;
    if (await appendMarks(roll._id, [add])) {
      return checkInAnswer({ ...about, marks: [...marks, add], here: add, more: { guest } });
    }
  }
  return refuse('BUSY', { retryAfterMs: COME_AGAIN_MS });
}
