import { isRefused, refuse, type Refused } from '../../domain/base/refuse';
import { riskyOf } from '../base/check-text';
import { changeRoll } from '../roll/change-roll';
import { lessonOf } from './lesson-of';
import type { Run } from '../base/door';

type No = Refused<'NO_SUCH_ABSENCE' | 'ALREADY_APPEALED'>;

/** 申诉 against an absence, once for each lesson. The same words sent again are the same appeal. */
export const appeal: Run<'lesson.appeal'> = async ({
  input: { sectionId, lessonIndex, text },
  memberId,
  openid,
  now,
}) => {
  const about = await lessonOf(sectionId, lessonIndex);
  if (isRefused(about)) return about;
  if ((await riskyOf(openid, 'comment', { text })).length > 0) return refuse('TEXT_RISKY');
  let at = now;
  const changed = await changeRoll<No>(about, roll => {
    const before = roll.appeals.find(one => one.memberId === memberId);
    if (before) {
      at = before.at;
      return before.text === text ? null : refuse('ALREADY_APPEALED');
    }
    if (!roll.noShows.includes(memberId)) return refuse('NO_SUCH_ABSENCE');
    return { roll: { ...roll, appeals: [...roll.appeals, { memberId, at: now, text, answer: null }] } };
  });
  return isRefused(changed) ? changed : { at };
};
