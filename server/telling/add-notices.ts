import type { Notice } from '../../domain/model';
import { addOnce } from '../base/add-once';

/** Writes on their way at once: an instance has a database of finite patience. */
const AT_ONCE = 20;

/** Writes those that are not there. */
export async function addNotices(notices: readonly Notice[]): Promise<void> {
  for (let begin = 0; begin < notices.length; begin += AT_ONCE)
    await Promise.all(notices.slice(begin, begin + AT_ONCE).map(notice => addOnce('notices', notice)));
}
