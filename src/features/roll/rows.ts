import type { RollPerson, RollView } from '../../../domain/api';
import type { MarkState } from '../../../domain/roll/roll';
import type { UnsentMark } from './box';

/**
 * One line of the roll, as the instructor sees it: the marks of this phone cover what the server last said. It is drawn
 * without signal too, so it shows marks. What a person counts as is judged by the server alone.
 */
export interface RollRow {
  person: RollPerson;
  /** `null` = not marked. A leave that the person has asked for counts until a mark says otherwise. */
  state: MarkState | null;
  /** True if `state` is only on this phone so far. */
  unsent: boolean;
  /** Another phone says otherwise, and nobody has decided yet. */
  disputed: RollPerson['disputed'];
  /** Staff have corrected the mark, so an instructor's mark would change nothing. */
  locked: boolean;
  /** Somebody else on this roll has the same name. */
  namesake: boolean;
}

export function rollRows(view: Pick<RollView, 'people'>, unsent: readonly UnsentMark[]): RollRow[] {
  const names = new Map<string, number>();
  const latest = new Map(unsent.map(mark => [mark.memberId, mark]));
  for (const { name } of view.people) names.set(name, (names.get(name) ?? 0) + 1);
  return view.people.map(person => {
    const last = latest.get(person.memberId);
    const locked = person.mark?.source === 'staff';
    const marked = last && !locked ? last.state : (person.mark?.state ?? null);
    return {
      person,
      state: marked ?? (person.leave ? 'leave' : null),
      unsent: last !== undefined,
      disputed: last ? null : person.disputed,
      locked,
      namesake: (names.get(person.name) ?? 0) > 1,
    };
  });
}

/** A roll with more people than this is one of a hall: it shows those who came first, and is looked at less often. */
const HALL = 100;
export const isHall = ({ people }: Pick<RollView, 'people'>): boolean => people.length > HALL;

/** Those with a mark: what is on its way first, then the latest. */
export const latestFirst = (rows: readonly RollRow[]): RollRow[] =>
  rows.filter(row => row.state !== null).sort((a, b) => markedAt(b) - markedAt(a));

const markedAt = ({ unsent, person }: RollRow): number => (unsent ? Infinity : (person.mark?.at ?? 0));

export type Sums = Record<MarkState | 'unmarked' | 'expected', number>;

/** Everybody on the roll is in one of the five states. Walk-ins were not expected. */
export function sumsOf(rows: readonly RollRow[]): Sums {
  const are = (state: MarkState | null) => rows.filter(row => row.state === state).length;
  return {
    present: are('present'),
    late: are('late'),
    leave: are('leave'),
    absent: are('absent'),
    unmarked: are(null),
    expected: rows.filter(row => row.state !== 'leave' && row.person.as !== 'walk-in').length,
  };
}

/** The next person who is not marked, first after `from` and then from the top; `undefined` if all are marked. */
export function nextUnmarked(rows: readonly RollRow[], from: string | undefined): RollRow | undefined {
  const at = rows.findIndex(row => row.person.memberId === from);
  return [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find(row => row.state === null);
}

/** What a tap on a key does: it sets the state, or takes it back if it holds already. In a dispute a tap decides. */
export const tapped = (row: RollRow, key: MarkState): MarkState | null =>
  row.state === key && !row.disputed && (row.person.mark !== null || row.unsent) ? null : key;
