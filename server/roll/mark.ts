import type { Mark } from '../../domain/roll/roll';
import { instructorMark, newMarks } from '../../domain/roll/mark';
import { COME_AGAIN_MS } from '../../domain/base/patience';
import { isRefused, refuse } from '../../domain/base/refuse';
import { isCorrection } from '../../domain/lesson/roll-times';
import { riskyOf } from '../base/check-text';
import { appendAndRead, makeRoll } from './append-marks';
import { openLesson } from '../lesson/lesson-of';
import { ownLesson } from '../lesson/own-lesson';
import type { Run } from '../base/door';
import { rollView } from './roll-view';
import { correct } from './correct';

/** Two phones that send at the same time collide once or twice. */
const TRIES = 5;

/**
 * Marks from an instructor's phone. The new ones are added in one write, or none of them. Marks count as corrections
 * and go on the record if the lesson ended long ago or if they arrive after the closing.
 */
export const mark: Run<'roll.mark'> = async ({ input, memberId, openid, now }) => {
  const { sectionId, lessonIndex, device, marks } = input;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const about = await openLesson(ownLesson(memberId, sectionId, lessonIndex), now);
    if (isRefused(about)) return about;
    const fresh = newMarks({ ...about, marks, now });
    if (isRefused(fresh)) return fresh;
    if (fresh.length === 0) return rollView(about, memberId);

    const added = fresh.map((one): Mark => instructorMark(one, memberId, device, now));
    if (about.roll.closedAt !== null || added.some(one => isCorrection(about.lesson, one.at, now))) {
      if (await isRisky(openid, added)) return refuse('TEXT_RISKY');
      const refusal = await correct(about, added, memberId, now);
      if (refusal) return refusal;
    } else {
      const roll = await appendAndRead(about.roll._id, added);
      if (roll) return rollView({ ...about, roll }, memberId);
      await makeRoll(about);
    }
  }
  return refuse('BUSY', { retryAfterMs: COME_AGAIN_MS });
};

/** The reasons of corrections are kept on the record, where others read them. */
const isRisky = async (openid: string, marks: readonly Mark[]): Promise<boolean> =>
  (await riskyOf(openid, 'comment', { reason: [...new Set(marks.flatMap(one => one.reason ?? []))].join('\n') }))
    .length > 0;
