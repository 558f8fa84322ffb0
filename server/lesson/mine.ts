import { lectureMark } from '../../domain/lesson/lecture';
import { DAY } from '../../domain/base/clock';
import type { MyAttendance, MyNoShow } from '../../domain/api';
import type { Section } from '../../domain/model';
import { USUAL_POLICY } from '../../domain/attendance/no-show';
import { guestsOn } from '../../domain/roll/on-roll';
import { titleOf } from '../../domain/batch/title';
import { sectionCard } from '../batch/cards';
import { absencesOf, type AbsentIn } from '../attendance/absences';
import { _, find, read, readMany } from '../base/database';
import { myRolls, type MyRoll } from '../roll/my-rolls';
import type { Run } from '../base/door';
import { batchesOfHolds, recentBatches } from '../batch/recent-batches';
import { myLessons } from './my-lessons';
import { attendeeOf, keysOf } from '../../domain/line/entry';
import { hasSeat } from '../../domain/line/line';

/**
 * What is known of the caller's lessons in batches that are still running or ended lately. It includes those of classes
 * that they left. Seven operations at most, however many classes.
 */
export const mine: Run<'lesson.mine'> = async ({ memberId, now }) => {
  const holds = (await read('standings', memberId))?.holds ?? [];
  const batches = await batchesOfHolds(holds, now);
  const held = holds.filter(hold => batches.has(hold.batchId)).map(hold => hold.sectionId);
  const left = { [keysOf('seatChanges.left')]: memberId, batchId: _.in([...(await recentBatches(now)).keys()]) };
  const sections = await find('sections', _.or([{ _id: _.in(held) }, left]));
  const ids = sections.map(section => section._id);
  const [rolls, absences] = await Promise.all([myRolls(ids, memberId), absencesOf(memberId, USUAL_POLICY.days, now)]);
  const others = [...new Set(absences.map(one => one.sectionId))].filter(id => !ids.includes(id));
  const byId = new Map([...sections, ...(await readMany('sections', others))].map(section => [section._id, section]));
  const answer: MyAttendance = {
    lessons: myLessons(rolls, byId, memberId),
    lent: rolls.flatMap(roll => lentOf(roll, byId.get(roll.sectionId), memberId, now)),
    noShows: absences.flatMap(one => noShowOf(one, byId.get(one.sectionId), memberId)),
  };
  return answer;
};

/** A seat that the line lent me, as long as I have none of my own there. */
function lentOf(roll: MyRoll, section: Section | undefined, memberId: string, now: number): MyAttendance['lent'] {
  const lesson = section?.lessons[roll.lessonIndex];
  if (!section || !lesson || lesson.cancelled || lesson.endsAt <= now) return [];
  const isGuest = guestsOn(section, roll).some(one => one.memberId === memberId && one.as === 'lent');
  if (!isGuest || hasSeat(section, memberId, attendeeOf)) return [];
  return [{ section: sectionCard(section), lessonIndex: roll.lessonIndex }];
}

function noShowOf(
  { sectionId, lessonIndex, startsAt, appeals }: AbsentIn,
  section: Section | undefined,
  memberId: string,
): MyNoShow[] {
  if (!section) return [];
  const appeal = appeals.find(one => one.memberId === memberId);
  return [
    {
      sectionId,
      lessonIndex,
      title: titleOf(section),
      ...lectureMark(section),
      startsAt,
      expiresAt: startsAt + USUAL_POLICY.days * DAY,
      appeal: appeal ? { at: appeal.at, text: appeal.text, answer: appeal.answer } : null,
    },
  ];
}
