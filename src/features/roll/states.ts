import type { RollPerson, RollView } from '../../../domain/api';
import type { MarkState } from '../../../domain/roll/roll';
import { countsAs } from '../../../domain/roll/on-roll';
import { OFFLINE_DAY_MS } from '../../../domain/lesson/roll-times';
import { MARK_WORDS } from '../../../domain/roll/mark-words';

/** What somebody is in a lesson; `unmarked` = nobody has said anything yet. */
export type PersonState = MarkState | 'unmarked';

export const STATE_WORDS: Record<PersonState, string> = { ...MARK_WORDS, unmarked: '未点' };

/** Follows the rule (`domain/roll/on-roll.ts`): corrections after the closing do not turn a roll into a called one. */
export const wasCalled = ({ people, closedAt }: Pick<RollView, 'people' | 'closedAt'>): boolean =>
  people.some(({ mark }) => mark !== null && (closedAt === null || (mark.receivedAt ?? mark.at) <= closedAt));

/**
 * Follows the rule (`domain/roll/on-roll.ts`): after the closing, a person without any mark is absent if the roll
 * was called.
 */
export function stateOf(person: RollPerson, view: Pick<RollView, 'people' | 'closedAt'>): PersonState {
  const state = countsAs(person);
  if (state || person.mark) return state ?? 'unmarked';
  return view.closedAt !== null && person.as === 'seat' && wasCalled(view) ? 'absent' : 'unmarked';
}

/** Seats of the class by state. Guests are not expected, so they are not counted here. */
export function countsOf(view: Pick<RollView, 'people' | 'closedAt'>): Record<PersonState, number> {
  const counts = { present: 0, late: 0, leave: 0, absent: 0, unmarked: 0 };
  for (const person of view.people) if (person.as === 'seat') counts[stateOf(person, view)] += 1;
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

export function closingOf({ people }: Pick<RollView, 'people'>): Closing {
  const open = { people, closedAt: null };
  const seats = people.filter(person => person.as === 'seat');
  return {
    unmarked: seats.filter(person => stateOf(person, open) === 'unmarked' && !person.mark),
    undecided: seats.filter(person => stateOf(person, open) === 'unmarked' && person.mark),
    absent: seats.filter(person => stateOf(person, open) === 'absent'),
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
