import type { Lesson } from '../model';
import type { MarkState, Roll } from '../roll/roll';
import { countsAs, hasCome, isExpected, onRoll, wasMissed } from '../roll/on-roll';
import type { Seats } from '../line/seats-then';

/** The numbers of one lesson by how each person was marked. Guests count as present or late, and are not expected. */
export interface LessonSums {
  lessonIndex: number;
  startsAt: number;
  endsAt: number;
  topic?: string;
  cancelled: boolean;
  closed: boolean;
  expected: number;
  present: number;
  late: number;
  leave: number;
  absent: number;
  /** Expected and not marked. */
  unmarked: number;
  guests: number;
  /** People at a lecture who are on no list, counted by hand, and in no other sum; absent = none. */
  heads?: number;
}

/** Counts the people of one lesson by how each was marked. */
export function lessonSums(section: Seats, roll: Roll, lesson: Lesson): LessonSums {
  const people = onRoll(section, roll);
  const seated = people.filter(isExpected);
  const are = (state: MarkState) => seated.filter(person => countsAs(person) === state).length;
  const [present, late, leave] = [are('present'), are('late'), are('leave')];
  const absent = are('absent') + seated.filter(person => wasMissed(person, roll)).length;
  return {
    lessonIndex: roll.lessonIndex,
    startsAt: lesson.startsAt,
    endsAt: lesson.endsAt,
    ...(lesson.topic ? { topic: lesson.topic } : {}),
    cancelled: lesson.cancelled ?? false,
    closed: roll.closedAt !== null,
    expected: seated.length,
    present,
    late,
    leave,
    absent,
    unmarked: seated.length - present - late - leave - absent,
    guests: people.filter(person => person.as !== 'seat' && hasCome(person)).length,
    ...(roll.heads ? { heads: roll.heads } : {}),
  };
}

/**
 * The share of people who came among those who could, from 0 to 1. Leave is no absence. `null` if nobody was expected.
 */
export function rateOf(sums: readonly Pick<LessonSums, 'present' | 'late' | 'absent'>[]): number | null {
  const came = sums.reduce((sum, one) => sum + one.present + one.late, 0);
  const missed = sums.reduce((sum, one) => sum + one.absent, 0);
  return came + missed === 0 ? null : came / (came + missed);
}
