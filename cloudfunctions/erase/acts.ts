import type { Invite, RecordEntry } from '../../domain/model';
import { anonymousEntry, GONE_NAME } from '../../domain/rules/anonymous';
import { about } from '../db/about';
import { _, find, put, remove, updateAll } from '../db/database';

/** What was done by the person, or to them: the act stays on the record, the name and the id go. */
export async function forgetInActs(memberId: string, alias: string, name: string): Promise<void> {
  const invites = await about('invites', memberId);
  const entries = [
    ...(await about('record', memberId)),
    ...(await invitationsOf(invites.filter(one => one.usedBy === memberId))),
    ...(await correctionsOf(memberId, name)),
  ];
  for (const entry of entries) {
    const after = anonymousEntry(entry, memberId, alias, name);
    await put('record', after);
    if (after._id !== entry._id) await remove('record', entry._id);
  }
  await updateAll('invites', { usedBy: memberId }, { usedBy: alias, name: GONE_NAME });
  await updateAll('invites', { createdBy: memberId }, { createdBy: alias, invitedBy: GONE_NAME });
  await updateAll('rehearsals', { by: memberId }, { by: alias, byName: GONE_NAME });
  await updateAll('waivers', { by: memberId }, { by: alias });
}

/** That somebody was invited is written down before anybody knows who will come: by whom and when names it. */
async function invitationsOf(invites: readonly Invite[]): Promise<RecordEntry[]> {
  const found = invites.map(one => find('record', { act: 'invite.create', by: one.createdBy, at: one.createdAt }));
  return (await Promise.all(found)).flat();
}

/** An instructor's corrections name several people in one sentence and nobody by an id: the marks say when they were made. */
async function correctionsOf(memberId: string, name: string): Promise<RecordEntry[]> {
  const rolls = await find('rolls', { 'marks.memberId': memberId });
  const corrected = rolls.filter(roll =>
    roll.marks.some(mark => mark.memberId === memberId && mark.reason !== undefined),
  );
  if (corrected.length === 0 || !name) return [];
  const sectionIds = [...new Set(corrected.map(roll => roll.sectionId))];
  const entries = await find('record', { act: 'roll.correct', sectionId: _.in(sectionIds) });
  const made = new Set(
    corrected.flatMap(roll => roll.marks.filter(mark => mark.memberId === memberId).map(mark => `mark-${mark.nonce}`)),
  );
  const at = new Set(corrected.flatMap(roll => roll.marks.map(mark => mark.receivedAt)));
  return entries.filter(entry => entry.summary.includes(name) && (made.has(entry._id) || at.has(entry.at)));
}
