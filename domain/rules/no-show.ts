import { DAY, dayKey } from '../clock';
import type { Lesson, Section } from '../model';
import type { Roll } from '../roll';
import { isAway, onRoll, seatsOf } from './on-roll';

/**
 * 爽约: who had a seat, did not come and had not said so. It counts once a lesson, expires, and is never given for a
 * lesson that was cancelled, for one whose roll nobody called, to who moved up in the last day before it, to a guest, or
 * on a day that staff have waived.
 */

/** Who moved up so shortly before a lesson may not have seen it. */
export const PROMOTED_LATE_MS = DAY;

/**
 * Closes the roll of a lesson.
 *
 * @param promotedAt when a person moved up in this line; `undefined` where they did not
 */
export function closed(
  section: Pick<Section, 'line' | 'capacity'>,
  roll: Roll,
  lesson: Lesson,
  promotedAt: (memberId: string) => number | undefined,
  now: number,
): Roll {
  const people = onRoll(section, roll).filter(person => person.as === 'seat');
  const wasCalled = roll.marks.some(mark => mark.state !== null);
  const noShows = people
    .filter(person => (person.mark ? person.mark.state === 'absent' : !isAway(person)))
    .map(person => person.memberId)
    .filter(id => (promotedAt(id) ?? -Infinity) < lesson.startsAt - PROMOTED_LATE_MS);
  return {
    ...roll,
    startsAt: lesson.startsAt,
    closedAt: now,
    expected: seatsOf(section, roll),
    noShows: wasCalled && !lesson.cancelled ? noShows : [],
  };
}

/** After a correction: who came after all, or was away, is no no-show; who turns out not to have come is one. */
export function noShowsAfter(roll: Roll, memberId: string, state: string): string[] {
  const others = roll.noShows.filter(id => id !== memberId);
  return state === 'absent' && roll.expected.includes(memberId) ? [...others, memberId] : others;
}

/** As much of a roll as a strike needs. */
export type Absence = Pick<Roll, 'sectionId' | 'lessonIndex' | 'startsAt'>;

/** The absences that count at `now`: of the last `days` days, less the days that are waived. */
export const countingAbsences = <T extends Absence>(
  absences: readonly T[],
  waivedDays: ReadonlySet<string>,
  days: number,
  now: number,
): T[] =>
  absences.filter(
    ({ startsAt }) => startsAt > now - days * DAY && startsAt <= now && !waivedDays.has(dayKey(startsAt)),
  );

/** What staff are offered for a batch, and by what a worker's own list is kept. */
export const USUAL_POLICY = { strikes: 2, days: 90 };
