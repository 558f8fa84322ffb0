import type { OpenAppeal } from '../../../domain/contract';
import { titleOf } from '../../../domain/rules/title';
import { _, findOnly, readMany } from '../../db/database';
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
  const members = await readMany('members', [...new Set(open.map(one => one.appeal.memberId))]);
  const sections = await readMany('sections', [...new Set(open.map(one => one.roll.sectionId))]);
  return {
    appeals: open
      .map(({ roll: { sectionId, lessonIndex, startsAt }, appeal: { memberId, at, text } }): OpenAppeal => {
        const section = sections.find(one => one._id === sectionId);
        const name = members.find(one => one._id === memberId)?.name ?? '（已注销）';
        const title = section ? titleOf(section) : '（已删除的班）';
        return { sectionId, lessonIndex, startsAt, memberId, name, title, at, text };
      })
      .sort((a, b) => a.at - b.at),
  };
};
