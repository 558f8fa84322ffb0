import type { Input } from '../../domain/api';
import { PAGE_OF, type LinkTarget } from '../../domain/link/link';
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
 * The picture of a code. What was made once is read from the storage; else WeChat draws it, the storage keeps it, and the
 * link is written last: a code that leads nowhere is never given out, and a try that broke off is made good by the next.
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
  const fileId = await putFile(`codes/${token}.${contentType.includes('png') ? 'png' : 'jpg'}`, drawn.bytes);
  await put('links', { _id: token, target, fileId, contentType, madeAt: kept?.madeAt ?? now });
  return { picture: drawn.bytes.toString('base64'), contentType, scene };
};

/** What the caller may have the code of, as it is published. */
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
