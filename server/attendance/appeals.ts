import { lectureMark } from '../../domain/lesson/lecture';
import type { OpenAppeal } from '../../domain/api';
import { nameOf } from '../../domain/privacy/anonymous';
import { titleOrGone } from '../../domain/batch/title';
import { _, findOnly, readMany } from '../base/database';
import { membersOf } from '../people/members-of';
import type { Run } from '../base/door';

/**
 * The most rolls in one answer, so that it stays small. Once the first appeals are answered, the next ones are shown.
 */
const MOST = 60;

/** The rolls with appeals that nobody has answered, the earliest lessons first. One operation. */
export function waitingAppeals() {
  // Old rolls have no flag until the nightly job adds it.
  const waiting = _.or([{ appealOpen: true }, { appealOpen: null, appeals: _.elemMatch({ answer: null }) }]);
  return findOnly('rolls', waiting, ['sectionId', 'lessonIndex', 'startsAt', 'appeals'], {
    orderBy: ['startsAt', 'asc'],
    limit: MOST,
  });
}

/** Appeals that nobody has answered, for the earliest lessons, oldest first. */
export const appeals: Run<'attendance.appeals'> = async () => {
  const rolls = await waitingAppeals();
  const open = rolls.flatMap(roll => roll.appeals.filter(one => one.answer === null).map(appeal => ({ roll, appeal })));
  const members = await membersOf(open.map(one => one.appeal.memberId));
  const sections = await readMany('sections', [...new Set(open.map(one => one.roll.sectionId))]);
  return {
    appeals: open
      .map(({ roll: { sectionId, lessonIndex, startsAt }, appeal: { memberId, at, text } }): OpenAppeal => {
        const name = nameOf(members.get(memberId));
        const section = sections.find(one => one._id === sectionId);
        const title = titleOrGone(section);
        return { sectionId, lessonIndex, startsAt, memberId, name, title, ...lectureMark(section ?? {}), at, text };
      })
      .sort((a, b) => a.at - b.at),
  };
};
