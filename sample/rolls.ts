import { DAY, MINUTE } from '../domain/base/clock';
import type { Lesson, Section } from '../domain/model';
import { foundBy } from '../domain/roll/found-by';
import { emptyRoll, type Mark, type MarkState, type Roll } from '../domain/roll/roll';
import { closed } from '../domain/attendance/no-show';
import { seatsOf } from '../domain/roll/on-roll';
import { checkInState } from '../domain/lesson/roll-times';
import type { Random } from '../scripts/crowd/random';

/** Staff close a lesson some days after it, so those of the last week are still open. */
const CLOSED_AFTER_MS = 7 * DAY;

/** The rolls of the lessons that are over, as instructors and check-ins would have left them. */
export const pastRolls = (sections: readonly Section[], random: Random, now: number): Roll[] =>
  sections.flatMap(section =>
    section.lessons.flatMap((lesson, index) =>
      !lesson.cancelled && lesson.endsAt < now ? [rollOf(section, lesson, index, random, now)] : [],
    ),
  );

function rollOf(section: Section, lesson: Lesson, lessonIndex: number, random: Random, now: number): Roll {
  const empty = emptyRoll(section, lessonIndex, lesson);
  const marks = seatsOf(section, empty).map((memberId, seat) => markOf(memberId, seat, lesson, random));
  const roll: Roll = { ...empty, marks, markCount: marks.length };
  const overSince = now - lesson.endsAt;
  const left = overSince < CLOSED_AFTER_MS ? roll : closed(section, roll, lesson, () => undefined, lesson.endsAt + DAY);
  return { ...left, ...foundBy(left) };
}

/** Most people scan the code before the lesson; the others are marked by hand. */
function markOf(memberId: string, seat: number, lesson: Lesson, random: Random): Mark {
  const scanned = random.next() < 0.7;
  const at = lesson.startsAt - 15 * MINUTE + random.int(scanned ? 22 * MINUTE : 14 * MINUTE);
  const state: MarkState = scanned ? checkInState(lesson, at) : stateByHand(random.next());
  return {
    nonce: scanned ? `self-${memberId}` : `sample-${seat}`,
    memberId,
    state,
    source: scanned ? 'self' : 'instructor',
    at: scanned ? at : lesson.startsAt + 6 * MINUTE + seat * 2_000,
    receivedAt: scanned ? at : lesson.startsAt + 7 * MINUTE,
    by: scanned ? memberId : 'sample-instructor',
    device: scanned ? 'self' : 'sample-phone',
    seen: 0,
  };
}

function stateByHand(drawn: number): MarkState {
  if (drawn < 0.55) return 'present';
  if (drawn < 0.65) return 'late';
  return drawn < 0.78 ? 'leave' : 'absent';
}
