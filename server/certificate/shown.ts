import type { MyCertificate } from '../../domain/api';
import type { Certificate } from '../../domain/certificate/certificate';
import { statedOf } from '../../domain/certificate/facts';

export const myCertificate = (one: Certificate): MyCertificate => ({
  ...statedOf(one),
  sectionId: one.sectionId,
  name: one.name,
  ...(one.revoked ? { revoked: { at: one.revoked.at, reason: one.revoked.reason } } : {}),
});
