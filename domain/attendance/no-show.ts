import { DAY, dayKey } from '../base/clock';
import type { Lesson, Section } from '../model';
import type { Roll } from '../roll/roll';
import { heldLessons } from '../lesson/held-lessons';
import { countsAs, isAway, isExpected, onRoll, wasCalled } from '../roll/on-roll';
import { isMovedShortly, SHORT_NOTICE_MS } from '../lesson/roll-times';
import type { Seats } from '../line/seats-then';
import { attendeeOf } from '../line/entry';
import { freeSeatsIn } from '../line/line';

/**
 * 爽约: a person had a seat, did not come and had not said so. It counts once a lesson, and it expires. It never counts
 * - in a lesson that was cancelled or moved shortly before, or whose roll nobody called;
 * - for a person who got the seat less than a day before the lesson, by moving up or from staff, or after it had begun;
 * - for a guest;
 * - on a day that staff have waived.
 *
 * A person who gave the seat back late is a no-show too if nobody took it, unless staying away would not have counted.
 * So giving back is never worse than staying away.
 */

/**
 * The people who gave their seat back late before this lesson (the first one after it) and whose seat nobody has taken.
 * If the class has been moved to a later day since, whoever gave back before the deadline of that day was not late. If
 * fewer seats are empty than were given back, those who gave back first are forgiven. Anybody who is in the line again is
 * forgiven too.
 */
export function lateAndEmpty(
  section: Pick<Section, 'line' | 'capacity' | 'lessons' | 'lateDrops' | 'dropUntil'>,
  lesson: Lesson,
): string[] {
  const next = (at: number) => heldLessons(section.lessons).find(one => one.startsAt > at)?.startsAt;
  const back = new Set(section.line.map(attendeeOf));
  const before = (section.lateDrops ?? [])
    .filter(
      entry => entry.at >= section.dropUntil && next(entry.at) === lesson.startsAt && !back.has(attendeeOf(entry)),
    )
    .sort((a, b) => a.at - b.at);
  const empty = freeSeatsIn(section);
  return empty === 0 ? [] : before.slice(-empty).map(attendeeOf);
}

/**
 * Closes the roll of a lesson.
 *
 * @param promotedAt when a person last moved up in this line, or was added to it; `undefined` if neither happened
 */
export function closed(
  section: Seats & Pick<Section, 'lateDrops' | 'dropUntil'>,
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

/** True if staying away from this lesson is no no-show. */
const isBlameless = (lesson: Lesson): boolean => lesson.cancelled === true || isMovedShortly(lesson);

/**
 * The no-shows after marks have arrived that were made before the closing. A person whom such a mark calls present or
 * on leave is no no-show any more. These marks make nobody a no-show, because staff closed the lesson without knowing
 * of them; that requires a correction.
 */
export function noShowsWithLate(section: Seats, roll: Roll): string[] {
  if (roll.closedAt === null) return roll.noShows;
  const people = new Map(onRoll(section, roll).map(person => [person.memberId, person]));
  return roll.noShows.filter(id => {
    const person = people.get(id);
    return !person || countsAs(person) === 'absent' || (!person.mark && !isAway(person));
  });
}

/**
 * The no-shows after a correction. A person who came after all, or was away, is no no-show. A person who turns out not
 * to have come is one.
 */
export function noShowsAfter(roll: Roll, lesson: Lesson, memberId: string, state: string): string[] {
  const others = roll.noShows.filter(id => id !== memberId);
  return state === 'absent' && roll.expected.includes(memberId) && !isBlameless(lesson)
    ? [...others, memberId]
    : others;
}

/** The part of a roll that a no-show needs. */
export type Absence = Pick<Roll, 'sectionId' | 'lessonIndex' | 'startsAt'>;

/** The absences that count at `now`: those of the last `days` days, except on waived days. */
export const countingAbsences = <T extends Absence>(
  absences: readonly T[],
  waivedDays: ReadonlySet<string>,
  days: number,
  now: number,
): T[] =>
  absences.filter(
    ({ startsAt }) => startsAt > now - days * DAY && startsAt <= now && !waivedDays.has(dayKey(startsAt)),
  );

/**
 * The instant from which a person no longer comes later: so many of their absences have then expired that fewer than
 * `strikes` are left.
 *
 * @param startsAt of the absences that count, at least `strikes` of them
 */
export const strikesUntil = (
  startsAt: readonly number[],
  { strikes, days }: { strikes: number; days: number },
): number => ([...startsAt].sort((a, b) => a - b)[startsAt.length - strikes] ?? 0) + days * DAY;

/** The policy that staff are offered for a batch. A worker's own list follows it too. */
export const USUAL_POLICY = { strikes: 2, days: 90 };
