import { dateText } from '../../domain/base/clock';
import type { Mark, Roll } from '../../domain/roll/roll';
import { MARK_WORDS } from '../../domain/roll/mark-words';
import { newMarks, type MarkRefusal } from '../../domain/roll/mark';
import { noShowsWithLate } from '../../domain/attendance/no-show';
import { isRefused } from '../../domain/base/refuse';
import { listed, named, said } from '../../domain/record/said';
import { titleOf } from '../../domain/batch/title';
import { act } from '../record/act';
import { rollIn, writeRoll } from './change-roll';
import type { LessonOf } from '../lesson/lesson-of';
import { membersOf } from '../people/members-of';

/** The marks waited on a phone while staff closed the lesson. */
const isLate = (roll: Roll): boolean => roll.closedAt !== null;

/**
 * 补签 by an instructor: the marks and their line on the record, in one transaction. `undefined` = done, now or before.
 */
export async function correct(
  about: LessonOf,
  marks: readonly Mark[],
  by: string,
  now: number,
): Promise<MarkRefusal | undefined> {
  const [first] = marks;
  if (!first) return undefined;
  const { section, lesson } = about;
  const members = await membersOf(marks.map(mark => mark.memberId));
  const corrected = marks.map(
    ({ memberId, state }) => said`${named(memberId, members.get(memberId))} ${state ? MARK_WORDS[state] : '未点'}`,
  );
  const reason = [...new Set(marks.flatMap(mark => mark.reason ?? []))].join('；');
  const done = await act<null, MarkRefusal>(
    { actId: `mark-${about.roll._id}-${first.nonce}`, content: null, act: 'roll.correct', by, now, reason },
    async transaction => {
      const found = await rollIn(transaction, about);
      const fresh = newMarks({ section, lesson, roll: found.before, marks, now });
      if (isRefused(fresh)) return fresh;
      const added = marks.filter(mark => fresh.some(one => one.nonce === mark.nonce));
      const marked = {
        ...found.before,
        marks: [...found.before.marks, ...added],
        markCount: found.before.markCount + added.length,
      };
      await writeRoll(transaction, found, { ...marked, noShows: noShowsWithLate(section, marked) });
      return {
        result: null,
        summary: said`${isLate(found.before) ? '确认考勤后传到的点名' : '补签'}：${titleOf(section)} ${dateText(lesson.startsAt)}，${listed(corrected)}`,
        batchId: section.batchId,
        sectionId: section._id,
      };
    },
  );
  return isRefused(done) ? done : undefined;
}
