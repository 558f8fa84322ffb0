import { randomUUID } from 'node:crypto';
import type { Invite, Words } from '../../domain/model';
import { INVITE_LIFE_MS } from '../../domain/people/invite';
import { refuse, type Refused } from '../../domain/base/refuse';
import { codeOf, inviteActId, inviteIdOf, makeSalt } from './invite-code';
import { peopleIn } from '../../domain/record/anonymous-entry';
import { act } from '../record/act';
import { read } from '../base/database';

type Invited = Pick<Invite, 'role' | 'name' | 'organisation' | 'createdBy' | 'invitedBy'>;
interface Inviting {
  act: string;
  /** Chosen by the app; the same id again returns the same code. */
  actId?: string | undefined;
  now: number;
  summaryOf: (inviteId: string) => Words;
}

/** Writes an invitation and its line on the record. The code exists only in this answer. */
export async function writeInvite(
  invited: Invited,
  { act: name, actId = randomUUID(), now, summaryOf }: Inviting,
): Promise<{ inviteId: string; code: string; expiresAt: number } | Refused<'INVITE_NOT_FOUND'>> {
  const { role, organisation, createdBy: by } = invited;
  const salt = makeSalt();
  const code = codeOf(salt, actId);
  const inviteId = inviteIdOf(code);
  const expiresAt = now + INVITE_LIFE_MS;
  const open = { usedBy: null, usedAt: null, revokedAt: null };
  const about = {
    actId: inviteActId(by, actId),
    content: { role, name: invited.name, organisation },
    act: name,
    by,
    now,
  };
  const done = await act<{ inviteId: string; code: string; expiresAt: number }>(about, async transaction => {
    await transaction.put('invites', { _id: inviteId, ...invited, salt, createdAt: now, expiresAt, ...open });
    return { result: { inviteId, code, expiresAt }, summary: summaryOf(inviteId) };
  });
  if ('result' in done) return done.result;
  const [before = ''] = peopleIn(done.already);
  const invite = await read('invites', before);
  if (!invite?.salt) return refuse('INVITE_NOT_FOUND');
  return { inviteId: invite._id, code: codeOf(invite.salt, actId), expiresAt: invite.expiresAt };
}
