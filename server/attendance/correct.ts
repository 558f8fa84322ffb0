import { dateText } from '../../domain/base/clock';
import type { Mark, Roll } from '../../domain/roll/roll';
import { MARK_WORDS } from '../../domain/roll/mark-words';
import { MOST_MARKS_A_ROLL } from '../../domain/roll/mark';
import { noShowsAfter } from '../../domain/attendance/no-show';
import { onRoll, wasCalled, type OnRoll } from '../../domain/roll/on-roll';
import { isRefused, refuse, type Refused } from '../../domain/base/refuse';
import { named, said } from '../../domain/record/said';
import { titleOf } from '../../domain/batch/title';
import { act } from '../record/act';
import { rollIn, writeRoll } from '../roll/change-roll';
import { read } from '../base/database';
import { lessonOf, openLesson } from '../lesson/lesson-of';
import type { Run } from '../base/door';
import { rollViewNow } from '../roll/roll-view';

/**
 * 补签 by staff, also after the closing. The mark, its effect on a no-show and the record are written in one transaction.
 */
export const correct: Run<'attendance.correct'> = async ({ input, memberId: by, now }) => {
  const { actId, sectionId, lessonIndex, memberId, state, reason } = input;
  const about = await openLesson(lessonOf(sectionId, lessonIndex), now);
  if (isRefused(about)) return about;
  const { section, lesson } = about;
  const who = named(memberId, await read('members', memberId));
  const done = await act<null, Refused<'NOT_ON_ROLL' | 'ROLL_FULL'>>(
    { actId, content: { sectionId, lessonIndex, memberId, state }, act: 'attendance.correct', by, now, reason },
    async transaction => {
      const found = await rollIn(transaction, about);
      const { before } = found;
      const person = onRoll(section, before).find(one => one.memberId === memberId);
      if (!person) return refuse('NOT_ON_ROLL', { memberIds: [memberId] });
      if (before.markCount >= MOST_MARKS_A_ROLL) return refuse('ROLL_FULL');
      await writeRoll(transaction, found, {
        ...before,
        marks: [...before.marks, staffMark({ actId, memberId, state, by, now, reason, seen: before.markCount })],
        markCount: before.markCount + 1,
        noShows: before.closedAt === null ? before.noShows : noShowsAfter(before, lesson, memberId, state),
      });
      return {
        result: null,
        summary: said`改考勤：${titleOf(section)} ${dateText(lesson.startsAt)}，${who}`,
        before: wordBefore(person, before),
        after: MARK_WORDS[state],
        batchId: section.batchId,
        sectionId,
        memberId,
      };
    },
  );
  if (isRefused(done)) return done;
  return rollViewNow(sectionId, lessonIndex, by);
};

/** A person without a mark in a closed lesson was absent, if the roll was called at all. */
function wordBefore({ mark }: OnRoll, roll: Roll): string {
  if (mark?.state) return MARK_WORDS[mark.state];
  return roll.closedAt !== null && wasCalled(roll) ? MARK_WORDS.absent : '未点';
}

type Correction = Pick<Mark, 'memberId' | 'state' | 'by' | 'seen'> & { actId: string; now: number; reason: string };

const staffMark = ({ actId, now, ...about }: Correction): Mark => ({
  nonce: `staff-${actId}`,
  source: 'staff',
  at: now,
  receivedAt: now,
  device: 'staff',
  ...about,
});
