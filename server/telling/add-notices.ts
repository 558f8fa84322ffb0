import type { Notice } from '../../domain/model';
import { addOnce } from '../base/add-once';

/** Notices written at the same time, because one instance must not overload the database. */
const AT_ONCE = 20;

/** Writes the notices that do not exist yet. */
export async function addNotices(notices: readonly Notice[]): Promise<void> {
  for (let begin = 0; begin < notices.length; begin += AT_ONCE)
    await Promise.all(notices.slice(begin, begin + AT_ONCE).map(notice => addOnce('notices', notice)));
}
