import type { OpenAppeal } from '../../../domain/contract';
import { nameOf } from '../../../domain/rules/anonymous';
import { titleOrGone } from '../../../domain/rules/title';
import { _, findOnly, readMany } from '../../db/database';
import { membersOf } from '../../db/members-of';
import type { Run } from '../../door';

/** Appeals that nobody has answered, oldest first. */
export const appeals: Run<'attendance.appeals'> = async () => {
  const rolls = await findOnly('rolls', { appeals: _.elemMatch({ answer: null }) }, [
    'sectionId',
    'lessonIndex',
    'startsAt',
    'appeals',
  ]);
  const open = rolls.flatMap(roll => roll.appeals.filter(one => one.answer === null).map(appeal => ({ roll, appeal })));
  const members = await membersOf(open.map(one => one.appeal.memberId));
  const sections = await readMany('sections', [...new Set(open.map(one => one.roll.sectionId))]);
  return {
    appeals: open
      .map(({ roll: { sectionId, lessonIndex, startsAt }, appeal: { memberId, at, text } }): OpenAppeal => {
        const name = nameOf(members.get(memberId));
        const title = titleOrGone(sections.find(one => one._id === sectionId));
        return { sectionId, lessonIndex, startsAt, memberId, name, title, at, text };
      })
      .sort((a, b) => a.at - b.at),
  };
};
