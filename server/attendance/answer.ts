import { dateText } from '../../domain/base/clock';
import { isRefused, refuse, type Refused } from '../../domain/base/refuse';
import { named, said } from '../../domain/record/said';
import { titleOf } from '../../domain/batch/title';
import { lectureMark } from '../../domain/lesson/lecture';
import { addressFor } from '../../domain/line/entry';
import { act } from '../record/act';
import { rollIn, writeRoll } from '../roll/change-roll';
import { read } from '../base/database';
import { lessonOf } from '../lesson/lesson-of';
import { tellNow } from '../telling/deliver';
import type { Run } from '../base/door';

/** Forgives an absence or lets it stand, with or without an appeal. The person is told either way. */
export const answer: Run<'attendance.answer'> = async ({ input, memberId: by, now }) => {
  const { actId, sectionId, lessonIndex, memberId, forgiven, text } = input;
  const about = await lessonOf(sectionId, lessonIndex);
  if (isRefused(about)) return about;
  const { section, lesson } = about;
  const title = titleOf(section);
  const who = named(memberId, await read('members', memberId));
  const words = `${dateText(lesson.startsAt)} 的缺课${forgiven ? '不再计入' : '仍然计入'}：${text}`;
  const done = await act<null, Refused<'NO_SUCH_ABSENCE'>>(
    { actId, content: { sectionId, lessonIndex, memberId, forgiven }, act: 'attendance.answer', by, now, reason: text },
    async transaction => {
      const found = await rollIn(transaction, about);
      const { before } = found;
      if (!before.noShows.includes(memberId)) return refuse('NO_SUCH_ABSENCE');
      await writeRoll(transaction, found, {
        ...before,
        noShows: forgiven ? before.noShows.filter(id => id !== memberId) : before.noShows,
        appeals: before.appeals.map(one =>
          one.memberId === memberId && one.answer === null ? { ...one, answer: { at: now, forgiven, text } } : one,
        ),
      });
      return {
        result: null,
        summary: said`${forgiven ? '不算缺课' : '维持缺课'}：${title} ${dateText(lesson.startsAt)}，${who}`,
        batchId: section.batchId,
        sectionId,
        memberId,
        tell: [
          {
            kind: 'APPEAL_ANSWERED',
            sectionId,
            batchId: section.batchId,
            title,
            ...lectureMark(section),
            text: words,
            to: [addressFor(section, memberId)],
            push: null,
            lessonAt: null,
          },
        ],
      };
    },
  );
  if (isRefused(done)) return done;
  if ('outgoing' in done) for (const one of done.outgoing) await tellNow(one);
  return { forgiven };
};
