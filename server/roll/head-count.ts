import { dateText } from '../../domain/base/clock';
import { isRefused, type Refused } from '../../domain/base/refuse';
import { titleOf } from '../../domain/batch/title';
import { said } from '../../domain/record/said';
import { countHeads } from '../../domain/roll/head-count';
import type { Run } from '../base/door';
import { openLesson } from '../lesson/lesson-of';
import { ownLesson } from '../lesson/own-lesson';
import { act, doneBefore, type Act } from '../record/act';
import { rollIn, writeRoll } from './change-roll';
import { rollViewNow } from './roll-view';

/** 人数 by hand: the number on the roll and its line on the record, in one transaction. */
export const headCount: Run<'roll.headCount'> = async ({ input, memberId: by, now }) => {
  const { actId, sectionId, lessonIndex, count, seen } = input;
  const about = await openLesson(ownLesson(by, sectionId, lessonIndex), now);
  if (isRefused(about)) return about;
  const { section, lesson } = about;
  const who: Act = { actId, content: { sectionId, lessonIndex, count, seen }, act: 'roll.headCount', by, now };
  // The same number once more is no act.
  const decided = (await doneBefore(who)) ? null : countHeads(section, about.roll, { count, seen });
  if (isRefused(decided)) return decided;
  if (decided) {
    const done = await act<null, Refused<'HEADS_ONLY_AT_LECTURES' | 'ROLL_CLOSED' | 'HEADS_CHANGED'>>(
      who,
      async transaction => {
        const found = await rollIn(transaction, about);
        const after = countHeads(section, found.before, { count, seen });
        if (isRefused(after)) return after;
        if (after) await writeRoll(transaction, found, after);
        return {
          result: null,
          summary: said`${titleOf(section)} ${dateText(lesson.startsAt)}：未登记的人数记为 ${count}`,
          before: `${found.before.heads ?? 0}`,
          after: `${count}`,
          batchId: section.batchId,
          sectionId,
        };
      },
    );
    if (isRefused(done)) return done;
  }
  return rollViewNow(sectionId, lessonIndex, by);
};
