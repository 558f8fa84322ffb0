import { CONSOLE } from '../../../domain/people/invite';
import { hasStaff } from '../has-staff';
import { isRefused } from '../../../domain/base/refuse';
import { writeInvite } from '../write-invite';

/**
 * Invites the first staff member of a new environment. The technician runs this function in the platform's console with
 * `{ "Type": "Timer", "TriggerName": "first-staff", "Key": "<HG_OWNER_KEY>" }` and hands the code to that person. It
 * works only with the key in the function's variables, and only while there is no staff at all.
 */
export async function firstStaff(now: number): Promise<{ code: string; expiresAt: number } | { told: string }> {
  if (await hasStaff()) return { told: '已经有工会工作人员了，请由他们在“人员”里邀请' };
  const made = await writeInvite(
    { role: 'staff', name: '工会工作人员', organisation: '', createdBy: CONSOLE, invitedBy: '技术人员' },
    { act: 'invite.first-staff', summaryOf: () => '技术人员为新环境开出第一份工作人员邀请', now },
  );
  if (isRefused(made)) throw new Error('An act under an id that was just drawn is new');
  return { code: made.code, expiresAt: made.expiresAt };
}
