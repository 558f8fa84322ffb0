import type { Input } from '../../domain/api';
import { PAGE_OF, picturePath, type LinkTarget } from '../../domain/link/link';
import { isRefused, refuse, type Refused } from '../../domain/base/refuse';
import { sceneText } from '../../domain/link/scene';
import { put, read } from '../base/database';
import { drawCode } from '../people/draw-code';
import { getFile, putFile } from '../base/files';
import { ownSection, publishedSection } from '../roll/own-section';
import type { Run } from '../base/door';
import { environment } from '../base/identity';
import { tagOf, tokenOf } from './link-token';

/**
 * The picture of a code. One that was made before is read from the storage. Otherwise WeChat draws it and the storage
 * keeps it. The link is written last, so that a code that leads nowhere is never given out. A try that broke off is
 * made good by the next one.
 */
export const code: Run<'link.code'> = async ({ input, memberId, now }) => {
  const target = await targetOf(input, memberId);
  if (isRefused(target)) return target;
  const token = tokenOf(target);
  const tag = tagOf(environment());
  const scene = sceneText({ tag, token });
  const kept = await read('links', token);
  const bytes = kept && (await getFile(kept.fileId));
  if (kept && bytes) return { picture: bytes.toString('base64'), contentType: kept.contentType, scene };

  const drawn = await drawCode(scene, PAGE_OF[target.to]);
  if (typeof drawn === 'string') return refuse(drawn);
  const { contentType } = drawn;
  const fileId = await putFile(picturePath(token, contentType), drawn.bytes);
  await put('links', { _id: token, target, fileId, contentType, madeAt: kept?.madeAt ?? now });
  return { picture: drawn.bytes.toString('base64'), contentType, scene };
};

/** The target, as it is published, if the caller may have a code of it. */
async function targetOf(
  input: Input<'link.code'>,
  memberId: string,
): Promise<LinkTarget | Refused<'BATCH_NOT_FOUND' | 'SECTION_NOT_FOUND' | 'LESSON_NOT_FOUND'>> {
  const staff = (await read('members', memberId))?.roles.includes('staff') ?? false;
  if (input.to === 'batch') return staff && (await read('batches', input.batchId)) ? input : refuse('BATCH_NOT_FOUND');
  const section = await (staff ? publishedSection(input.sectionId) : ownSection(memberId, input.sectionId));
  if (isRefused(section)) return section;
  if (input.to === 'lesson' && !section.lessons[input.lessonIndex]) return refuse('LESSON_NOT_FOUND');
  return { ...input, batchId: section.batchId };
}
