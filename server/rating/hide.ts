import { isRefused, refuse, type Refused } from '../../domain/base/refuse';
import { textsOf } from '../../domain/rating/shown';
import type { Run } from '../base/door';
import { act } from '../record/act';

type No = Refused<'SECTION_NOT_FOUND' | 'CHANGE_NOT_NOW'>;

/** Hides a text from the instructor. Its stars count all the same, and the record does not repeat it. */
export const hide: Run<'rating.hide'> = async ({ input: { actId, sectionId, key, reason }, memberId: by, now }) => {
  const about = { actId, content: { sectionId, key }, act: 'rating.hide', by, now, reason };
  const done = await act<null, No>(about, async transaction => {
    const { data: book } = await transaction.doc('ratings', sectionId).get();
    if (!book) return refuse('SECTION_NOT_FOUND');
    const text = textsOf(book, 'staff').find(one => one.key === key);
    if (!text) return refuse('CHANGE_NOT_NOW', { text: '没有找到这句评价，请刷新后再看' });
    if (text.hidden) return refuse('CHANGE_NOT_NOW', { text: '这句评价已经收起来了' });
    const at = book.sheets.findIndex(sheet => sheet.key === key);
    // A closed book takes no sheet, so the place stays.
    await transaction.doc('ratings', sectionId).update({ data: { [`sheets.${at}.hidden`]: true } });
    return { result: null, summary: `收起“${book.course}”的一句评价`, batchId: book.batchId, sectionId };
  });
  return isRefused(done) ? done : { sectionId };
};
