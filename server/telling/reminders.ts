import { refuse } from '../../domain/base/refuse';
import { read, updateWhere } from '../base/database';
import type { Run } from '../base/door';

/** Switches the reminder before a lesson on or off. It never makes a member, so it undoes no erasure. */
export const reminders: Run<'member.reminders'> = async ({ input: { on }, memberId }) => {
  // An update that changes nothing counts as none, as one of nobody does.
  const changed = await updateWhere('members', { _id: memberId }, { noReminders: !on });
  return changed || (await read('members', memberId)) ? { on } : refuse('PROFILE_MISSING');
};
