import { certificateIdOf, stateOf } from '../../domain/certificate/certificate';
import { refuse } from '../../domain/base/refuse';
import { find, read } from '../base/database';
import type { Run } from '../base/door';
import { classProgress } from './class-progress';
import { myCertificate } from './shown';

export const mine: Run<'certificate.mine'> = async ({ memberId }) => {
  const found = await find('certificates', { memberId });
  return { certificates: found.sort((a, b) => b.issuedAt - a.issuedAt).map(myCertificate) };
};

export const ofClass: Run<'certificate.ofClass'> = async ({ input: { sectionId }, memberId }) => {
  const found = await classProgress(sectionId);
  if (!found) return refuse('SECTION_NOT_FOUND');
  const certificate = await read('certificates', certificateIdOf(sectionId, memberId));
  const progress = found.of(memberId);
  return {
    ...progress,
    state: stateOf(found.batch, found.section, progress),
    certificate: certificate && myCertificate(certificate),
  };
};
