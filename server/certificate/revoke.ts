import { refuse, isRefused, type Refused } from '../../domain/base/refuse';
import { certificateIdOf } from '../../domain/certificate/certificate';
import { named, said } from '../../domain/record/said';
import { read } from '../base/database';
import type { Run } from '../base/door';
import { act } from '../record/act';

/** Revokes a certificate. One that is revoked already stays as it was revoked first. */
export const revoke: Run<'certificate.revoke'> = async ({ input, memberId: by, now }) => {
  const { actId, sectionId, memberId, reason } = input;
  if (!reason) return refuse('REASON_MISSING');
  const who = named(memberId, await read('members', memberId));
  const about = { actId, content: { sectionId, memberId }, act: 'certificate.revoke', by, now, reason };
  const done = await act<null, Refused<'CERTIFICATE_UNKNOWN'>>(about, async transaction => {
    const document = transaction.doc('certificates', certificateIdOf(sectionId, memberId));
    const { data: certificate } = await document.get();
    if (!certificate) return refuse('CERTIFICATE_UNKNOWN');
    if (!certificate.revoked) await document.update({ data: { revoked: { at: now, actId, reason } } });
    const { batchId, title } = certificate;
    return { result: null, summary: said`撤销结课证明：${title}，${who}`, batchId, sectionId, memberId };
  });
  return isRefused(done) ? done : { revoked: true };
};
