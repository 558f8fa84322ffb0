import type { MyCertificate } from '../../domain/api';
import type { Certificate } from '../../domain/certificate/certificate';
import type { Stated } from '../../domain/certificate/facts';

export const statedOf = ({
  code,
  union,
  course,
  title,
  hours,
  came,
  held,
  from,
  until,
  issuedAt,
}: Certificate): Stated => ({
  code,
  union,
  course,
  title,
  hours,
  came,
  held,
  from,
  until,
  issuedAt,
});

export const myCertificate = (one: Certificate): MyCertificate => ({
  ...statedOf(one),
  sectionId: one.sectionId,
  name: one.name,
  ...(one.revoked ? { revoked: { at: one.revoked.at, reason: one.revoked.reason } } : {}),
});
