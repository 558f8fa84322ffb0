import { randomBytes } from 'node:crypto';
import { HOUR } from '../../domain/base/clock';
import type { CodeKey, Place } from '../../domain/roll/roll';
import { CODE_SLOT_MS, codePrefix, slotOf } from '../../domain/lesson/check-in-code';
import { hasCome, isExpected, onRoll } from '../../domain/roll/on-roll';
import { isRefused, refuse } from '../../domain/base/refuse';
import { macOf, numberOf } from '../lesson/code-signature';
import { changeRoll } from './change-roll';
import { openLesson, type LessonOf } from '../lesson/lesson-of';
import { ownLesson } from '../lesson/own-lesson';
import type { Run } from '../base/door';

/** Codes for this many hours at most, so that an answer stays small. */
const MOST_SLOTS = (3 * HOUR) / CODE_SLOT_MS;
/** About ten metres, which tells where the classroom is but not where the phone lies. */
const rounded = (degrees: number) => Math.round(degrees * 1e4) / 1e4;

/** The codes of the caller's own lesson until its end. The first call makes the key. */
export const code: Run<'roll.code'> = async ({ input: { sectionId, lessonIndex, place }, memberId, now }) => {
  const about = await openLesson(ownLesson(memberId, sectionId, lessonIndex), now);
  if (isRefused(about)) return about;
  if (about.roll.closedAt !== null) return refuse('ROLL_CLOSED');
  const keyId = memberId.slice(1, 9);
  const { secret } = await keyFor(about, keyId, memberId, place);
  const firstSlot = slotOf(now);
  const slots = Array.from(
    { length: Math.max(1, Math.min(MOST_SLOTS, slotOf(about.lesson.endsAt) - firstSlot + 1)) },
    (_, index) => firstSlot + index,
  );
  const seated = onRoll(about.section, about.roll).filter(isExpected);
  return {
    prefix: codePrefix(sectionId, lessonIndex, keyId),
    firstSlot,
    macs: slots.map(slot => macOf(secret, about.roll._id, slot)),
    numbers: slots.map(slot => numberOf(secret, about.roll._id, slot)),
    checkedIn: seated.filter(hasCome).length,
    expected: seated.length,
  };
};

/** The key of the lesson that this instructor's phones share. Its place is where the code was last asked for. */
async function keyFor(about: LessonOf, keyId: string, by: string, place: Place | undefined): Promise<CodeKey> {
  const here = place && { latitude: rounded(place.latitude), longitude: rounded(place.longitude) };
  const known = about.roll.codeKeys[keyId];
  if (known && !here) return known;
  let key: CodeKey = { by, secret: randomBytes(24).toString('base64url'), ...(here ? { place: here } : {}) };
  await changeRoll<never>(about, roll => {
    const there = roll.codeKeys[keyId];
    if (there && !here) {
      key = there;
      return null;
    }
    key = { ...key, secret: there?.secret ?? key.secret };
    return { roll: { ...roll, codeKeys: { ...roll.codeKeys, [keyId]: key } } };
  });
  return key;
}
