import { dateText } from '../../domain/base/clock';
import { attendeeOf } from '../../domain/line/entry';
import { isLecture } from '../../domain/lesson/lecture';
import { entryOf } from '../../domain/line/line';
import { walkIn } from '../../domain/roll/walk-in';
import { isRefused, refuse, type Refused } from '../../domain/base/refuse';
import { named, said } from '../../domain/record/said';
import { titleOf } from '../../domain/batch/title';
import { act } from '../record/act';
import { rollIn, writeRoll } from './change-roll';
import { read } from '../base/database';
import { openLesson } from '../lesson/lesson-of';
import { ownLesson } from '../lesson/own-lesson';
import type { Run } from '../base/door';
import { rollViewNow } from './roll-view';

/**
 * 补位: the instructor lets in a person who waits in line. The roll and the record are written in one transaction.
 * Somebody who is on the roll already stays on it unchanged.
 */
export const letIn: Run<'roll.letIn'> = async ({ input: { sectionId, lessonIndex, memberId }, memberId: by, now }) => {
  const about = await openLesson(ownLesson(by, sectionId, lessonIndex), now);
  if (isRefused(about)) return about;
  const { section, lesson } = about;
  if (!entryOf(section.line, memberId, attendeeOf)) return refuse('NOT_IN_LINE');
  const who = named(memberId, await read('members', memberId));
  const done = await act<
    null,
    Refused<'ON_ROLL_ALREADY' | 'ROLL_CLOSED' | 'WALK_IN_TOO_EARLY' | 'NO_FREE_SEAT' | 'LINE_FIRST'>
  >({ actId: `letin-${about.roll._id}-${memberId}`, content: null, act: 'roll.letIn', by, now }, async transaction => {
    const found = await rollIn(transaction, about);
    const walked = walkIn({ section, lesson, roll: found.before, memberId, by, source: 'instructor', now });
    if (isRefused(walked)) return walked;
    if (walked === null) return refuse('ON_ROLL_ALREADY');
    await writeRoll(transaction, found, walked);
    return {
      result: null,
      summary: said`补位：${titleOf(section)} ${dateText(lesson.startsAt)}，${who} 进来${isLecture(section) ? '听讲' : '上这一次课'}`,
      batchId: section.batchId,
      sectionId,
      memberId,
    };
  });
  if (isRefused(done) && done.refused !== 'ON_ROLL_ALREADY') return done;
  return rollViewNow(sectionId, lessonIndex, by);
};
