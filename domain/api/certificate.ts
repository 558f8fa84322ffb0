import * as z from 'zod';
import { LENGTH } from '../bounds';
import type { Certificate, Progress, ProgressState } from '../certificate/certificate';
import type { Stated } from '../certificate/facts';
import type { CodePicture } from './link';
import { STAFF, actId, endpoint, id, nothing, ofSection, words } from './endpoint';

/** A certificate of mine, with my name in full. */
export type MyCertificate = Stated &
  Pick<Certificate, 'sectionId' | 'name'> & { revoked?: { at: number; reason: string } };

/** My progress in one class. */
export interface MyProgress extends Progress {
  state: ProgressState;
  certificate: MyCertificate | null;
}

/** A certificate as whoever has its code sees it. */
export interface CheckedCertificate {
  stated: Stated;
  /** 张*丽 */
  maskedName: string;
  /** Whether a name that was given is the one on it; `null` if none was given. */
  nameIs: boolean | null;
  revoked: { at: number } | null;
  /** The class was called off since. */
  calledOff: boolean;
}

/** `byName`: the name that the record gives for who revoked it. */
export interface Revoked {
  at: number;
  byName: string;
  reason: string;
}

/** Somebody who came to a class, as staff see them. */
export interface ClassGraduate extends Progress {
  memberId: string;
  name: string;
  /** Masked. */
  phone: string;
  state: ProgressState;
  certificate: { code: string; issuedAt: number; revoked: Revoked | null } | null;
  /** A correction since the certificate was taken leaves too few lessons. */
  doubtful: boolean;
}

export const CERTIFICATE = {
  /** All my certificates, the newest first. */
  'certificate.mine': endpoint<{ certificates: MyCertificate[] }>()({
    access: 'anyone',
    input: nothing,
    refusals: [],
  }),
  /** How far I am in a class, and my certificate if I took it. */
  'certificate.ofClass': endpoint<MyProgress>()({
    access: 'anyone',
    input: ofSection,
    refusals: ['SECTION_NOT_FOUND'],
  }),
  /** Takes my certificate of a class. Taking it again gives the same one. */
  'certificate.take': endpoint<{ certificate: MyCertificate }>()({
    access: 'anyone',
    input: ofSection,
    refusals: ['SECTION_NOT_FOUND', 'CERTIFICATE_OFF', 'CLASS_NOT_OVER', 'NOT_ENOUGH', 'PROFILE_MISSING'],
  }),
  /**
   * The mini-program code of my certificate of a class. It opens the page that checks it. WeChat makes it once, then it
   * is kept.
   */
  'certificate.code': endpoint<CodePicture>()({
    access: 'anyone',
    input: ofSection,
    refusals: ['CERTIFICATE_UNKNOWN', 'CODE_TOO_MANY', 'CODE_NOT_ANSWERED', 'CODE_UNPUBLISHED', 'CODE_NOT_ALLOWED'],
  }),
  /** Checks a code, and the name if one is given. */
  'certificate.look': endpoint<CheckedCertificate>()({
    access: 'anyone',
    input: z.strictObject({ code: z.string().max(LENGTH.certificateCode), name: words(LENGTH.personName).optional() }),
    refusals: ['CERTIFICATE_UNKNOWN'],
  }),
  /** Everybody who came to a class: who has a certificate, who may take one, and what the others lack. */
  'certificate.section': endpoint<{ state: ProgressState; held: number; closed: number; people: ClassGraduate[] }>()({
    access: STAFF,
    input: ofSection,
    refusals: ['SECTION_NOT_FOUND'],
  }),
  /** Revokes a certificate, with a reason and on the record. Whoever checks it sees that it was. */
  'certificate.revoke': endpoint<{ revoked: true }>()({
    access: STAFF,
    input: z.strictObject({ actId, sectionId: id, memberId: id, reason: words(LENGTH.reason) }),
    refusals: ['CERTIFICATE_UNKNOWN', 'REASON_MISSING'],
  }),
};
