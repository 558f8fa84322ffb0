import type { RollPerson, RollView } from '../../../domain/api';
import type { MarkState } from '../../../domain/roll/roll';
import { OFFLINE_DAY_MS } from '../../../domain/lesson/roll-times';
import { MARK_WORDS } from '../../../domain/roll/mark-words';

/** What somebody is in a lesson, as the server judged it; `unmarked` = nobody has said anything yet. */
export type PersonState = MarkState | 'unmarked';

export const STATE_WORDS: Record<PersonState, string> = { ...MARK_WORDS, unmarked: '未点' };

export const stateOf = ({ state }: Pick<RollPerson, 'state'>): PersonState => state ?? 'unmarked';

const seatsOf = ({ people }: Pick<RollView, 'people'>): RollPerson[] => people.filter(person => person.as === 'seat');

/** Seats of the class by state. Guests are not expected, so they are not counted here. */
export function countsOf(view: Pick<RollView, 'people'>): Record<PersonState, number> {
  const counts = { present: 0, late: 0, leave: 0, absent: 0, unmarked: 0 };
  for (const person of seatsOf(view)) counts[stateOf(person)] += 1;
  return counts;
}

/** What a closing would mean now. */
export interface Closing {
  /** Expected and not marked, so they become absent. */
  unmarked: RollPerson[];
  /** Marked absent already. */
  absent: RollPerson[];
  /** Marked absent, but a check-in or another phone disagrees. They are not absent until somebody has decided. */
  undecided: RollPerson[];
}

export function closingOf(view: Pick<RollView, 'people'>): Closing {
  const are = (state: PersonState) => seatsOf(view).filter(person => stateOf(person) === state);
  return {
    unmarked: are('unmarked').filter(person => !person.mark),
    undecided: are('unmarked').filter(person => person.mark),
    absent: are('absent'),
  };
}

/**
 * True if no instructor's mark has come and somebody is not marked, because the class may have been taught without
 * signal.
 */
export function mayBeUnderWay(view: RollView, now: number): boolean {
  const endsAt = view.section.lessons[view.lessonIndex]?.endsAt ?? 0;
  const called = view.people.some(({ mark, disputed }) => [mark, disputed].some(one => one?.source === 'instructor'));
  return !called && now < endsAt + OFFLINE_DAY_MS && closingOf(view).unmarked.length > 0;
}
