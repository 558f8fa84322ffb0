import { certificateIdOf } from '../../domain/certificate/certificate';
import { refuse } from '../../domain/base/refuse';
import { pathOf } from '../../domain/link/routes';
import { certificateScene } from '../../domain/link/scene';
import { read } from '../base/database';
import type { Run } from '../base/door';
import { environment } from '../base/identity';
import { tagOf } from '../link/link-token';
import { drawCode } from '../people/draw-code';

/**
 * The mini-program code of the caller's own certificate: the class leads to nobody else's. WeChat draws it, and the phone
 * keeps it. A file in the storage, which everybody may read, would have to go whenever the certificate goes.
 */
export const code: Run<'certificate.code'> = async ({ input: { sectionId }, memberId }) => {
  const certificate = await read('certificates', certificateIdOf(sectionId, memberId));
  if (!certificate) return refuse('CERTIFICATE_UNKNOWN');
  const scene = certificateScene({ tag: tagOf(environment()), code: certificate.code });
  const drawn = await drawCode(scene, pathOf('checkCertificate'));
  if (typeof drawn === 'string') return refuse(drawn);
  return { picture: drawn.bytes.toString('base64'), contentType: drawn.contentType, scene };
};
