import type { CheckedIn } from '../../domain/api';
import type { Section } from '../../domain/model';
import type { Mark } from '../../domain/roll/roll';
import { refuse, type Refused } from '../../domain/base/refuse';
import { whichMark } from '../../domain/roll/which-mark';
import { checkedIn } from './checked-in';

export type Otherwise = Refused<'CHECK_IN_UNDONE' | 'MARKED_ABSENT' | 'MARKED_LEAVE'>;

interface Answering {
  section: Section;
  lessonIndex: number;
  /** All marks of the roll, including the check-in. */
  marks: readonly Mark[];
  /** The check-in, made now or before. */
  here: Mark;
  more: Partial<CheckedIn>;
}

/**
 * Answers with what the roll says of the person who has checked in. Nobody is told that they are present if the roll
 * says otherwise.
 */
export function checkInAnswer({ section, lessonIndex, marks, here, more }: Answering): CheckedIn | Otherwise {
  const { holds } = whichMark(marks, here.memberId);
  switch (holds?.state) {
    case 'present':
    case 'late':
      return checkedIn(section, lessonIndex, { ...here, state: holds.state }, more);
    case 'absent':
      return refuse('MARKED_ABSENT');
    case 'leave':
      return refuse('MARKED_LEAVE');
    default:
      return refuse('CHECK_IN_UNDONE');
  }
}
