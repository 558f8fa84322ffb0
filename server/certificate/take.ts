import { randomBytes } from 'node:crypto';
import { titleOf } from '../../domain/batch/title';
import { lastOf } from '../../domain/base/last-of';
import { refuse } from '../../domain/base/refuse';
import { certificateIdOf, stateOf, type Certificate } from '../../domain/certificate/certificate';
import { codeFrom } from '../../domain/certificate/code';
import { heldLessons } from '../../domain/lesson/held-lessons';
import { addOnce } from '../base/add-once';
import { read } from '../base/database';
import type { Run } from '../base/door';
import { classProgress } from './class-progress';
import { myCertificate } from './shown';

/** Makes the certificate when its person first asks for it. Its id follows from the class and the person. */
export const take: Run<'certificate.take'> = async ({ input: { sectionId }, memberId, now }) => {
  const _id = certificateIdOf(sectionId, memberId);
  const there = await read('certificates', _id);
  if (there) return { certificate: myCertificate(there) };
  const found = await classProgress(sectionId);
  if (!found) return refuse('SECTION_NOT_FOUND');
  const { section, batch, of } = found;
  const { came, held, needed, hours, closed } = of(memberId);
  switch (stateOf(batch, section, { came, held, needed, hours, closed })) {
    case 'off':
    case 'calledOff':
      return refuse('CERTIFICATE_OFF');
    case 'running':
      return refuse('CLASS_NOT_OVER');
    case 'short':
      return refuse('NOT_ENOUGH', { came, needed });
    case 'reached':
  }
  const member = await read('members', memberId);
  if (!member?.name) return refuse('PROFILE_MISSING');
  const lessons = heldLessons(section.lessons);
  const made: Certificate = {
    _id,
    code: codeFrom(() => randomBytes(1)[0]!),
    memberId,
    sectionId,
    batchId: section.batchId,
    name: member.name,
    union: batch.union,
    course: section.course,
    title: titleOf(section),
    hours,
    came,
    held,
    from: lessons[0]!.startsAt,
    until: lastOf(lessons)!.startsAt,
    issuedAt: now,
  };
  if (await addOnce('certificates', made)) return { certificate: myCertificate(made) };
  // A tap at the same instant was faster.
  const first = await read('certificates', _id);
  return first ? { certificate: myCertificate(first) } : refuse('BUSY', { retryAfterMs: 1_000 });
};
