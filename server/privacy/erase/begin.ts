import type { Erasure, Member, RecordEntry } from '../../../domain/model';
import { DAY } from '../../../domain/base/clock';
import { KEPT_MS } from '../../../domain/privacy/privacy';
import { hadPlace } from '../../../domain/line/admission';
import { REMEMBERED_MS, unsettledIn } from '../../../domain/privacy/erase';
import { USUAL_POLICY } from '../../../domain/attendance/no-show';
import { isOlder } from '../../../domain/line/late-tap';
import { isRefused, refuse, type Refused } from '../../../domain/base/refuse';
import { ROLE_WORDS } from '../../../domain/people/role-words';
import { named, said } from '../../../domain/record/said';
import { about } from '../about';
import { absencesOf } from '../../attendance/absences';
import { read } from '../../base/database';
import { revokeInvitesOf } from '../../people/revoke-of';
import { transact } from '../../base/transaction';
import { aliasOf, makeSeed, ON_RECORD } from './alias';

/**
 * The moment from which the person is gone. The erasure is written and the member's document removed in one
 * transaction, so that the profile and every role end with it. Everything else is swept (`pass.ts`). Beginning twice is
 * beginning once. Staff are refused: a colleague takes the role back first, and that act names them.
 */
export async function begin(
  memberId: string,
  now: number,
  tappedAt?: number,
): Promise<Erasure | Refused<'STILL_STAFF' | 'CHANGED_SINCE'>> {
  const [standing, absences, before, sections] = await Promise.all([
    read('standings', memberId),
    absencesOf(memberId, USUAL_POLICY.days, now),
    read('erasures', memberId),
    about('sections', memberId),
  ]);
  if (before && before.doneAt === null) return before;
  const kept = before && now < before.forgetAt ? before : null;
  const missed = [
    ...(kept?.missed ?? []).filter(at => at > now - USUAL_POLICY.days * DAY),
    ...absences.map(one => one.startsAt),
  ];
  const cameBefore = Boolean(kept?.cameBefore) || Object.values(standing?.batches ?? {}).some(hadPlace);
  const seed = makeSeed();
  const pending = [
    ...(kept?.pending ?? []).filter(({ until }) => now < until),
    ...unsettledIn(sections, sectionId => aliasOf(seed, sectionId), now),
  ];

  let refusal: Refused<'STILL_STAFF' | 'CHANGED_SINCE'> | undefined;
  let erasure: Erasure | undefined;
  await transact(async transaction => {
    refusal = undefined;
    const { data: there } = await transaction.doc('erasures', memberId).get();
    if (there && there.doneAt === null) return void (erasure = there);
    const { data: member } = await transaction.doc('members', memberId).get();
    if (member?.roles.includes('staff')) return void (refusal = refuse('STILL_STAFF'));
    if (member && isOlder(tappedAt, member.createdAt)) return void (refusal = refuse('CHANGED_SINCE'));
    erasure = {
      _id: memberId,
      startedAt: now,
      doneAt: null,
      seed,
      missed,
      pending,
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

/** The record says that a role ended and whose it was. A person who was in office stays named for a time. */
const entryFor = ({ name, roles }: Member, { seed, startedAt }: Erasure, now: number): RecordEntry => {
  const alias = aliasOf(seed, ON_RECORD);
  const words = roles.map(role => ROLE_WORDS[role]).join('、');
  return {
    _id: `erase-${alias}-${startedAt}`,
    at: now,
    by: alias,
    byName: name,
    act: 'member.erase',
    parts: said`${named(alias, { name })}删除了自己的资料，${words}的权限随之收回`,
    namedUntil: now + KEPT_MS.office,
  };
};
