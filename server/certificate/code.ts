import { certificateIdOf } from '../../domain/certificate/certificate';
import { refuse } from '../../domain/base/refuse';
import { picturePath } from '../../domain/link/link';
import { pathOf } from '../../domain/link/routes';
import { certificateScene } from '../../domain/link/scene';
import { read, updateWhere } from '../base/database';
import { getFile, putFile } from '../base/files';
import type { Run } from '../base/door';
import { environment } from '../base/identity';
import { tagOf, tokenOfCertificate } from '../link/link-token';
import { drawCode } from '../people/draw-code';

/**
 * The mini-program code of the caller's own certificate: the class leads to nobody else's. The storage keeps what WeChat
 * has drawn, so each certificate costs one code.
 */
export const code: Run<'certificate.code'> = async ({ input: { sectionId }, memberId }) => {
  const _id = certificateIdOf(sectionId, memberId);
  const certificate = await read('certificates', _id);
  if (!certificate) return refuse('CERTIFICATE_UNKNOWN');
  const scene = certificateScene({ tag: tagOf(environment()), code: certificate.code });
  const kept = certificate.picture;
  const bytes = kept && (await getFile(kept.fileId));
  if (kept && bytes) return { picture: bytes.toString('base64'), contentType: kept.contentType, scene };

  const drawn = await drawCode(scene, pathOf('checkCertificate'));
  if (typeof drawn === 'string') return refuse(drawn);
  const { contentType } = drawn;
  const fileId = await putFile(picturePath(tokenOfCertificate(certificate.code), contentType), drawn.bytes);
  // Guarded by its code, because an erasure may have removed the certificate meanwhile.
  await updateWhere('certificates', { _id, code: certificate.code }, { picture: { fileId, contentType } });
  return { picture: drawn.bytes.toString('base64'), contentType, scene };
};
