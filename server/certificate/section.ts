import type { ClassGraduate } from '../../domain/api';
import type { Certificate } from '../../domain/certificate/certificate';
import { maskPhone } from '../../domain/base/mask';
import { refuse } from '../../domain/base/refuse';
import { isDoubtful, stateOf } from '../../domain/certificate/certificate';
import { attendeeOf } from '../../domain/line/entry';
import { seated } from '../../domain/line/line';
import { nameOn } from '../../domain/privacy/anonymous';
import { find, readMany } from '../base/database';
import type { Run } from '../base/door';
import { membersOf } from '../people/members-of';
import { classProgress } from './class-progress';

/** Those with a seat in their order, then everybody else who came. */
export const section: Run<'certificate.section'> = async ({ input: { sectionId } }) => {
  const found = await classProgress(sectionId);
  if (!found) return refuse('SECTION_NOT_FOUND');
  const { section: taught, batch, of } = found;
  const taken = new Map((await find('certificates', { sectionId })).map(one => [one.memberId, one]));
  const ids = [...new Set([...seated(taught).map(attendeeOf), ...found.people, ...taken.keys()])];
  const [members, revoked] = await Promise.all([membersOf(ids), revokedOf([...taken.values()])]);
  const people = ids.map((memberId): ClassGraduate => {
    const certificate = taken.get(memberId);
    const progress = of(memberId);
    return {
      ...progress,
      memberId,
      name: nameOn(memberId, members.get(memberId)),
      phone: maskPhone(members.get(memberId)?.phone ?? ''),
      state: stateOf(batch, taught, progress),
      certificate: certificate
        ? { code: certificate.code, issuedAt: certificate.issuedAt, revoked: revoked(certificate) }
        : null,
      doubtful: certificate !== undefined && isDoubtful(certificate, taught, progress),
    };
  });
  const { held, closed } = found.all;
  return { state: stateOf(batch, taught, found.all), held, closed, people };
};

/** Says of a certificate who revoked it. The record knows their name, and its rules about names hold. */
async function revokedOf(taken: readonly Certificate[]) {
  const acts = taken.flatMap(({ revoked }) => revoked?.actId ?? []);
  const names = new Map((await readMany('record', acts)).map(entry => [entry._id, entry.byName]));
  return ({ revoked }: Certificate) =>
    revoked ? { at: revoked.at, byName: names.get(revoked.actId) ?? '', reason: revoked.reason } : null;
}
