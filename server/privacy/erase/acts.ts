import { GONE_NAME } from '../../../domain/privacy/anonymous';
import { anonymousEntry } from '../../../domain/record/anonymous-entry';
import { about } from '../about';
import { _, find, put, remove, updateAll } from '../../base/database';
import { takeOldEntriesApart } from '../old-entries';

/**
 * Forgets the person in acts that they did or that were done to them. The act stays on the record, the id goes, and the
 * name goes when the rule says so.
 */
export async function forgetInActs(memberId: string, alias: string, now: number): Promise<void> {
  await takeOldEntriesApart();
  const entries = await about('record', memberId);
  // An invitation was recorded before anybody knew who would come. Its acceptance leads back to it, so the acceptance
  // is rewritten last.
  const inviteIds = entries
    .filter(entry => entry.act === 'invite.accept' && entry.by === memberId)
    .map(entry => entry._id.replace(`-${memberId}`, ''));
  const ids = new Set([memberId, ...inviteIds]);
  const invited = inviteIds.length > 0 ? await find('record', { 'parts.memberId': _.in(inviteIds) }) : [];
  for (const entry of [...invited, ...entries]) {
    const after = anonymousEntry(entry, id => (ids.has(id) ? alias : undefined), now);
    const _id = entry._id.replace(memberId, alias);
    await put('record', { ...after, _id });
    if (_id !== entry._id) await remove('record', entry._id);
  }
  await updateAll('invites', { usedBy: memberId }, { usedBy: alias, name: GONE_NAME });
  await updateAll('invites', { createdBy: memberId }, { createdBy: alias, invitedBy: GONE_NAME });
  await updateAll('rehearsals', { by: memberId }, { by: alias, byName: GONE_NAME });
  await updateAll('waivers', { by: memberId }, { by: alias });
}
