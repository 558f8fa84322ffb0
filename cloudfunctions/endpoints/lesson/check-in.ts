import type { Input } from '../../../domain/contract';
import type { Lesson, Section } from '../../../domain/model';
import { rollIdOf, type CodeKey, type Mark } from '../../../domain/roll';
import { isNumber } from '../../../domain/rules/check-in-code';
import { metresBetween } from '../../../domain/rules/distance';
import { takesPlace } from '../../../domain/rules/held-lessons';
import { placeOf } from '../../../domain/rules/place';
import { isRefused, refuse } from '../../../domain/rules/refuse';
import { checkInState, rollOpensAt } from '../../../domain/rules/roll-times';
import { titleOf } from '../../../domain/rules/title';
import { appendMarks } from '../../db/append-marks';
import { _ } from '../../db/database';
import type { Run } from '../../door';
import { recentSection } from '../../memory/lessons';
import { checkedIn } from './checked-in';
import { comeWithoutSeat } from './come-without-seat';
import { notTaken } from './not-taken';
import { byCode, byNumber } from './which-lesson';

/**
 * Checks in. For who has a seat it is one guarded write: the class and the key of the code are in the instance's memory, and
 * the mark bears the person's name, so that a second one is none.
 */
export const checkIn: Run<'lesson.checkIn'> = async ({ input, memberId, now }) => {
  const shown = isNumber(input.code)
    ? await byNumber(input.code.normalize('NFKC').trim(), memberId, now)
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
  if (placeOf(section, memberId)?.state !== 'SEATED') {
    return comeWithoutSeat({ sectionId, lessonIndex, memberId, now, here, isMeant: isMeant(input, section) });
  }
  const rollId = rollIdOf(sectionId, lessonIndex);
  if (await appendMarks(rollId, [here], { 'guests.seatOf': _.neq(memberId) })) {
    return checkedIn(section, lessonIndex, here);
  }
  return notTaken(section, lessonIndex, here);
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
