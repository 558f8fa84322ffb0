import type { Input } from '../../domain/api';
import type { Lesson, Section } from '../../domain/model';
import { rollIdOf, type CodeKey, type Mark } from '../../domain/roll/roll';
import { isNumber, plainNumber } from '../../domain/lesson/check-in-code';
import { metresBetween } from '../../domain/base/distance';
import { takesPlace } from '../../domain/lesson/held-lessons';
import { attendeeOf } from '../../domain/line/entry';
import { isSeated, placeOf } from '../../domain/line/place';
import { isRefused, refuse } from '../../domain/base/refuse';
import { checkInState, rollOpensAt } from '../../domain/lesson/roll-times';
import { titleOf } from '../../domain/batch/title';
import { appendFirstMark } from '../roll/append-marks';
import type { Run } from '../base/door';
import { recentSection } from './lesson-memory';
import { checkInWithCare } from './check-in-with-care';
import { checkedIn } from './checked-in';
import { comeWithoutSeat } from './come-without-seat';
import { byCode, byNumber } from './which-lesson';

/**
 * Checks in. For somebody with a seat whom nobody has marked yet, it is one guarded write. The class and the key of the
 * code are in the instance's memory, and the guard takes only a person's first mark.
 */
export const checkIn: Run<'lesson.checkIn'> = async ({ input, memberId, now }) => {
  const shown = isNumber(input.code)
    ? await byNumber(plainNumber(input.code), memberId, now)
    : await byCode(input.code, now);
  if (isRefused(shown)) return shown;
  const { sectionId, lessonIndex, key } = shown;
  const section = await recentSection(sectionId, now);
  const lesson = section?.lessons[lessonIndex];
  if (!section || !lesson) return refuse('CODE_UNREADABLE');
  if (!takesPlace(section, lesson)) return refuse('LESSON_CANCELLED');
  const from = rollOpensAt(lesson);
  if (now < from) return refuse('CHECK_IN_TOO_EARLY', { title: titleOf(section), from });
  if (now >= lesson.endsAt) return refuse('LESSON_ENDED');

  const here = markOf(memberId, lesson, key, input.place, now);
  const place = placeOf(section, memberId, attendeeOf);
  if (!place || !isSeated(place)) {
    return comeWithoutSeat({ sectionId, lessonIndex, memberId, now, here, isMeant: isMeant(input, section) });
  }
  if (await appendFirstMark(rollIdOf(sectionId, lessonIndex), here)) return checkedIn(section, lessonIndex, here);
  return checkInWithCare(section, lessonIndex, here);
};

const isMeant = ({ expected }: Input<'lesson.checkIn'>, section: Section): boolean =>
  expected === undefined || expected.sectionId === section._id;

function markOf(
  memberId: string,
  lesson: Lesson,
  key: CodeKey,
  place: Input<'lesson.checkIn'>['place'],
  now: number,
): Mark {
  const metres = place && key.place ? { metres: metresBetween(place, key.place) } : {};
  const about = { memberId, by: memberId, source: 'self', device: 'self', seen: 0 } as const;
  return { nonce: `self-${memberId}`, state: checkInState(lesson, now), at: now, receivedAt: now, ...about, ...metres };
}
