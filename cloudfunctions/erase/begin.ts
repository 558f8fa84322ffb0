import type { Erasure, Member, RecordEntry } from '../../domain/model';
import { DAY } from '../../domain/clock';
import { hadPlace } from '../../domain/rules/admission';
import { GONE_NAME } from '../../domain/rules/anonymous';
import { REMEMBERED_MS } from '../../domain/rules/erase';
import { USUAL_POLICY } from '../../domain/rules/no-show';
import { isRefused, refuse, type Refused } from '../../domain/rules/refuse';
import { ROLE_WORDS } from '../../domain/rules/role-words';
import { absencesOf } from '../db/absences';
import { find, read } from '../db/database';
import { revokeInvitesOf } from '../db/revoke-of';
import { transact, type Transaction } from '../db/transaction';
import { aliasOf, makeSeed, ON_RECORD } from './alias';

/**
 * The word from which on the person is gone: the erasure is written and the member's document removed in one transaction,
 * so that the profile and every role end with it. Everything else is swept (`pass.ts`). Begun twice is once.
 */
export async function begin(memberId: string, now: number): Promise<Erasure | Refused<'LAST_STAFF'>> {
  const [standing, absences, before, staff] = await Promise.all([
    read('standings', memberId),
    absencesOf(memberId, USUAL_POLICY.days, now),
    read('erasures', memberId),
    find('members', { roles: 'staff' }),
  ]);
  if (before && before.doneAt === null) return before;
  const kept = before && now < before.forgetAt ? before : null;
  const missed = [
    ...(kept?.missed ?? []).filter(at => at > now - USUAL_POLICY.days * DAY),
    ...absences.map(one => one.startsAt),
  ];
  const cameBefore = Boolean(kept?.cameBefore) || Object.values(standing?.batches ?? {}).some(hadPlace);
  const others = staff.map(one => one._id).filter(id => id !== memberId);

  let refusal: Refused<'LAST_STAFF'> | undefined;
  let erasure: Erasure | undefined;
  await transact(async transaction => {
    refusal = undefined;
    const { data: there } = await transaction.doc('erasures', memberId).get();
    if (there && there.doneAt === null) return void (erasure = there);
    const { data: member } = await transaction.doc('members', memberId).get();
    if (member?.roles.includes('staff') && !(await isStaffLeft(transaction, others, now)))
      return void (refusal = refuse('LAST_STAFF'));
    erasure = {
      _id: memberId,
      startedAt: now,
      doneAt: null,
      name: member?.name ?? '',
      seed: makeSeed(),
      missed,
      cameBefore,
      forgetAt: now + REMEMBERED_MS,
    };
    await transaction.put('erasures', erasure);
    if (!member) return true;
    await transaction.doc('members', memberId).remove();
    if (member.roles.length > 0) await transaction.put('record', entryFor(member, erasure, now));
    return true;
  });
  if (refusal && isRefused(refusal)) return refusal;
  await revokeInvitesOf(memberId, now);
  if (!erasure) throw new Error('An erasure begins, was begun, or is refused');
  return erasure;
}

/**
 * Somebody else is staff and stays it: their document is written to, so that of the last two who go at once one
 * transaction fails and, done again, finds nobody.
 */
async function isStaffLeft(transaction: Transaction, others: readonly string[], now: number): Promise<boolean> {
  for (const id of others) {
    const member = transaction.doc('members', id);
    if (!(await member.get()).data?.roles.includes('staff')) continue;
    await member.update({ data: { updatedAt: now } });
    return true;
  }
  return false;
}

/** That a role ended belongs on the record (invariant 6), whose it was does not. */
const entryFor = ({ roles }: Member, { seed, startedAt }: Erasure, now: number): RecordEntry => {
  const alias = aliasOf(seed, ON_RECORD);
  const words = roles.map(role => ROLE_WORDS[role]).join('、');
  return {
    _id: `erase-${alias}-${startedAt}`,
    at: now,
    by: alias,
    byName: GONE_NAME,
    act: 'member.erase',
    parts: [`一位${words}删除了自己的资料，身份随之取消`],
    memberId: alias,
  };
};
