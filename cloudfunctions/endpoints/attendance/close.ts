import { dateText } from '../../../domain/clock';
import { closed } from '../../../domain/rules/no-show';
import { isRefused, refuse, type Refused } from '../../../domain/rules/refuse';
import { titleOf } from '../../../domain/rules/title';
import { act } from '../../db/act';
import { rollIn, writeRoll } from '../../db/change-roll';
import { find } from '../../db/database';
import { lessonOf, openLesson } from '../../db/lesson-of';
import type { Run } from '../../door';
import { rollView } from '../../roll-view';

/** 结课 of one lesson: from then on only staff correct, and who did not come is a no-show. */
export const close: Run<'attendance.close'> = async ({
  input: { actId, sectionId, lessonIndex },
  memberId: by,
  now,
}) => {
  const about = await openLesson(lessonOf(sectionId, lessonIndex), now);
  if (isRefused(about)) return about;
  const { section, lesson } = about;
  if (now < lesson.endsAt) return refuse('ROLL_NOT_YET');
  const promotions = await find('notices', { sectionId, kind: 'PROMOTED' });
  const promotedAt = (id: string) => promotions.findLast(notice => notice.memberId === id)?.createdAt;
  const done = await act<null, Refused<'ROLL_CLOSED'>>(
    { actId, act: 'attendance.close', by, now },
    async transaction => {
      const found = await rollIn(transaction, about);
      if (found.before.closedAt !== null) return refuse('ROLL_CLOSED');
      const after = closed(section, found.before, lesson, promotedAt, now);
      await writeRoll(transaction, found, after);
      return {
        result: null,
        summary: `结课：${titleOf(section)} ${dateText(lesson.startsAt)}，${after.noShows.length} 人记缺课`,
        batchId: section.batchId,
        sectionId,
      };
    },
  );
  if (isRefused(done)) return done;
  const after = await lessonOf(sectionId, lessonIndex);
  return isRefused(after) ? after : rollView(after, by);
};
