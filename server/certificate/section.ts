import type { ClassGraduate } from '../../domain/api';
import { maskPhone } from '../../domain/base/mask';
import { refuse } from '../../domain/base/refuse';
import { isDoubtful, stateOf } from '../../domain/certificate/certificate';
import { attendeeOf } from '../../domain/line/entry';
import { seated } from '../../domain/line/line';
import { nameOn } from '../../domain/privacy/anonymous';
import { find } from '../base/database';
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
  const members = await membersOf(ids);
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
        ? { code: certificate.code, issuedAt: certificate.issuedAt, revoked: certificate.revoked ?? null }
        : null,
      doubtful: certificate !== undefined && isDoubtful(certificate, progress),
    };
  });
  const { held, closed } = found.all;
  return { state: stateOf(batch, taught, found.all), held, closed, people };
};
