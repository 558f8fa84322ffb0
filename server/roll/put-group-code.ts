import { createHash } from 'node:crypto';
import { pictureTypeOf, refuseGroupCode } from '../../domain/lesson/group-code';
import { isOwn } from '../../domain/people/own';
import { isRefused, refuse } from '../../domain/base/refuse';
import { said } from '../../domain/record/said';
import { kindWords } from '../../domain/batch/kind-words';
import { titleOf } from '../../domain/batch/title';
import { isRiskyPicture } from '../base/check-picture';
import { _, read } from '../base/database';
import type { Run } from '../base/door';
import { act, doneBefore, type Act } from '../record/act';
import { publishedSection } from './own-section';

/**
 * Puts the code of the class's group, or takes it away (`null`). The picture, the one before it gone, the class that says
 * since when it has one, and the line on the record are one transaction.
 */
export const putGroupCode: Run<'roll.putGroupCode'> = async ({ input, memberId: by, now }) => {
  const { actId, sectionId, picture } = input;
  const [section, member] = await Promise.all([publishedSection(sectionId), read('members', by)]);
  if (isRefused(section)) return section;
  if (!member || !(member.roles.includes('staff') || isOwn(member, section))) return refuse('SECTION_NOT_FOUND');
  const print = picture === null ? null : createHash('sha256').update(picture).digest('hex');
  const about: Act = { actId, content: { sectionId, print }, act: 'roll.putGroupCode', by, now, lock: [sectionId] };
  // Somebody else may have changed it since, so the answer is what the class has now.
  if (await doneBefore(about)) return { at: section.groupCodeAt ?? null };
  if (picture === null && !(await read('groupCodes', sectionId))) return { at: null };
  const refused = picture === null ? undefined : refuseGroupCode(section, now);
  if (refused) return refused;
  const contentType = picture === null ? null : pictureTypeOf(picture);
  if (contentType !== null && isRefused(contentType)) return contentType;
  if (picture !== null && contentType !== null && (await isRiskyPicture(contentType, Buffer.from(picture, 'base64'))))
    return refuse('PICTURE_RISKY');

  const done = await act(about, async transaction => {
    const document = transaction.doc('groupCodes', sectionId);
    const whole = transaction.doc('sections', sectionId);
    const { data: there } = await document.get();
    if (picture === null || contentType === null) {
      if (there) await document.remove();
      await whole.update({ data: { groupCodeAt: _.remove() } });
    } else {
      await whole.update({ data: { groupCodeAt: now } });
      const { batchId } = section;
      await transaction.put('groupCodes', { _id: sectionId, sectionId, batchId, picture, contentType, at: now });
    }
    const did = picture === null ? '撤下' : there ? '换了' : '放上';
    return {
      result: null,
      summary: said`${titleOf(section)}：${did}${kindWords(section).group}二维码`,
      batchId: section.batchId,
      sectionId,
    };
  });
  return { at: picture === null ? null : 'already' in done ? done.already.at : now };
};
