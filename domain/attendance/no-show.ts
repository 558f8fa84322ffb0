import { DAY, dayKey } from '../base/clock';
import type { Lesson, Section } from '../model';
import type { Roll } from '../roll/roll';
import { heldLessons } from '../lesson/held-lessons';
import { countsAs, isAway, isExpected, onRoll, wasCalled } from '../roll/on-roll';
import { isMovedShortly, SHORT_NOTICE_MS } from '../lesson/roll-times';
import type { Seats } from '../line/seats-then';
import { freeSeatsIn } from '../line/line';

/**
 * 爽约: who had a seat, did not come and had not said so. It counts once a lesson, expires, and is never given for a
 * lesson that was cancelled or moved shortly before, for one whose roll nobody called, to who got the seat in the last day before it by moving up or
 * by staff, or after it had begun, to a guest, or on a day that staff have waived. Who gave the seat back late counts as one if nobody took it,
 * unless staying away would not have counted: giving back is never worse.
 */

/**
 * Who gave their seat back late before this lesson (the first after it), and nobody has taken it: the last of them, one
 * for each seat that is empty. Who left a seat that was taken is forgiven, and who is in the line again.
 */
export function lateAndEmpty(
  section: Pick<Section, 'line' | 'capacity' | 'lessons' | 'lateDrops'>,
  lesson: Lesson,
): string[] {
  const next = (at: number) => heldLessons(section.lessons).find(one => one.startsAt > at)?.startsAt;
  const back = new Set(section.line.map(entry => entry.memberId));
  const before = (section.lateDrops ?? [])
    .filter(({ memberId, at }) => next(at) === lesson.startsAt && !back.has(memberId))
    .sort((a, b) => a.at - b.at);
  const empty = freeSeatsIn(section);
  return empty === 0 ? [] : before.slice(-empty).map(one => one.memberId);
}

/**
 * Closes the roll of a lesson.
 *
 * @param promotedAt when a person last moved up in this line, or was added to it; `undefined` where they did not
 */
export function closed(
  section: Seats & Pick<Section, 'lateDrops'>,
  roll: Roll,
  lesson: Lesson,
  promotedAt: (memberId: string) => number | undefined,
  now: number,
): Roll {
  const people = onRoll(section, roll).filter(isExpected);
  const missed = people
    .filter(person => person.due)
    .filter(person => countsAs(person) === 'absent' || (!person.mark && !isAway(person)))
    .map(person => person.memberId);
  return {
    ...roll,
    startsAt: lesson.startsAt,
    closedAt: now,
    expected: people.map(person => person.memberId),
    noShows: isBlameless(lesson)
      ? []
      : [...new Set([...(wasCalled(roll) ? missed : []), ...lateAndEmpty(section, lesson)])].filter(
          id => (promotedAt(id) ?? -Infinity) < lesson.startsAt - SHORT_NOTICE_MS,
        ),
  };
}

/** Whoever does not come to it is no no-show. */
const isBlameless = (lesson: Lesson): boolean => lesson.cancelled === true || isMovedShortly(lesson);

/**
 * After marks that were made before the closing and have arrived since: whoever they say has come is no no-show. They make
 * nobody a no-show, because staff have closed without knowing of them; that takes a correction.
 */
export function noShowsWithLate(section: Seats, roll: Roll): string[] {
  if (roll.closedAt === null) return roll.noShows;
  const people = new Map(onRoll(section, roll).map(person => [person.memberId, person]));
  return roll.noShows.filter(id => {
    const person = people.get(id);
    return !person || countsAs(person) === 'absent' || (!person.mark && !isAway(person));
  });
}

/** After a correction: who came after all, or was away, is no no-show; who turns out not to have come is one. */
export function noShowsAfter(roll: Roll, lesson: Lesson, memberId: string, state: string): string[] {
  const others = roll.noShows.filter(id => id !== memberId);
  return state === 'absent' && roll.expected.includes(memberId) && !isBlameless(lesson)
    ? [...others, memberId]
    : others;
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
