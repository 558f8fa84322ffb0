import { randomUUID } from 'node:crypto';
import { maskPhone } from '../../domain/base/mask';
import { refuse } from '../../domain/base/refuse';
import { lectureMark } from '../../domain/lesson/lecture';
import { titleOf } from '../../domain/batch/title';
import { CALLED_WITHIN_MS, CHANGES, unreachedOf } from '../../domain/telling/unreached';
import { _, findOnly, read } from '../base/database';
import type { Run } from '../base/door';
import { membersOf } from '../people/members-of';
import { act } from '../record/act';

const FIELDS = ['memberId', 'kind', 'text', 'createdAt', 'readAt', 'push'] as const;

/**
 * The people of a class who may not know of a change, for staff to telephone. Whole numbers are asked for with a reason,
 * and the request is on the record before they are shown. Three operations.
 */
export const unreached: Run<'staff.unreached'> = async ({
  input: { sectionId, phones, reason },
  memberId: by,
  now,
}) => {
  const section = await read('sections', sectionId);
  if (!section) return refuse('SECTION_NOT_FOUND');
  const whole = phones === 'whole';
  if (whole && !reason) return refuse('REASON_MISSING');
  const unread = { sectionId, kind: _.in([...CHANGES]), readAt: null, createdAt: _.gt(now - CALLED_WITHIN_MS) };
  const found = unreachedOf(await findOnly('notices', unread, FIELDS), now);
  const members = await membersOf(found.map(({ latest }) => latest.memberId));
  const people = found.flatMap(({ latest, count }) => {
    const member = members.get(latest.memberId);
    if (!member) return [];
    const { _id: memberId, name, phone } = member;
    const { kind, text = '', createdAt: at } = latest;
    return [
      { memberId, name, phone: whole ? phone : maskPhone(phone), kind, ...lectureMark(section), text, at, count },
    ];
  });
  if (whole)
    await act({ actId: randomUUID(), content: null, act: 'staff.unreached', by, now, reason }, async () => ({
      result: null,
      summary: `${titleOf(section)}：查看没通知到的 ${people.length} 人的完整手机号`,
      batchId: section.batchId,
      sectionId,
    }));
  return { people };
};
