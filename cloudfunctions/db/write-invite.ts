import type { Invite, Words } from '../../domain/model';
import { INVITE_LIFE_MS } from '../../domain/rules/invite';
import { inviteIdOf, makeCode } from '../invite-code';
import { act } from './act';

type Said = Pick<Invite, 'role' | 'name' | 'organisation' | 'createdBy' | 'invitedBy'>;

/** Writes an invitation and its line on the record. The code is in this answer and nowhere else. */
export async function writeInvite(
  said: Said,
  about: { act: string; summaryOf: (inviteId: string) => Words; now: number },
) {
  const { summaryOf, now } = about;
  const code = makeCode();
  const inviteId = inviteIdOf(code);
  const expiresAt = now + INVITE_LIFE_MS;
  const open = { usedBy: null, usedAt: null, revokedAt: null };
  await act({ actId: inviteId, act: about.act, by: said.createdBy, now }, async transaction => {
    await transaction.put('invites', { _id: inviteId, ...said, createdAt: now, expiresAt, ...open });
    return { result: null, summary: summaryOf(inviteId) };
  });
  return { inviteId, code, expiresAt };
}
