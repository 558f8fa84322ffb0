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
  /** All marks of the roll, the check-in among them. */
  marks: readonly Mark[];
  /** The check-in, of now or of before. */
  here: Mark;
  more: Partial<CheckedIn>;
}

/** What the roll says of who has checked in: nobody is told that they are present where it says otherwise. */
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
