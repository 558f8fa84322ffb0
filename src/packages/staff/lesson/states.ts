import type { RollPerson, RollView } from '../../../../domain/contract';
import type { MarkState } from '../../../../domain/roll';
import { MARK_WORDS } from '../../../../domain/rules/mark-words';

/** What somebody is in a lesson; `unmarked` = nobody has said anything yet. */
export type PersonState = MarkState | 'unmarked';

export const STATE_WORDS: Record<PersonState, string> = { ...MARK_WORDS, unmarked: '未点' };

/** As the rules count it (`domain/rules/on-roll.ts`): a mark, else the leave; after the closing nothing at all is absent. */
export function stateOf(person: RollPerson, closedAt: number | null): PersonState {
  if (person.mark) return person.mark.state;
  if (person.leave) return 'leave';
  return closedAt !== null && person.as === 'seat' ? 'absent' : 'unmarked';
}

/** Seats of the class by state; guests are not expected and stand apart. */
export function countsOf({ people, closedAt }: Pick<RollView, 'people' | 'closedAt'>): Record<PersonState, number> {
  const counts = { present: 0, late: 0, leave: 0, absent: 0, unmarked: 0 };
  for (const person of people) if (person.as === 'seat') counts[stateOf(person, closedAt)] += 1;
  return counts;
}

/** What a closing would mean now. */
export interface Closing {
  /** Expected and not marked: they become absent. */
  unmarked: RollPerson[];
  /** Marked absent already. */
  absent: RollPerson[];
  /** False where nobody was marked at all: then nobody is a no-show. */
  called: boolean;
}

export function closingOf({ people }: Pick<RollView, 'people'>): Closing {
  const seats = people.filter(person => person.as === 'seat');
  return {
    unmarked: seats.filter(person => stateOf(person, null) === 'unmarked'),
    absent: seats.filter(person => stateOf(person, null) === 'absent'),
    called: people.some(person => person.mark !== null),
  };
}
