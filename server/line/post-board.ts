import type { Batch } from '../../domain/model';
import { isPosting, POST_EVERY_MS, postBoard, postedPath } from '../../domain/line/posted-board';
import { boardTag } from './board-tag';
import { find } from '../base/database';
import { putFile } from '../base/files';

/** Reads the lines of a batch and posts which are full. One operation. */
export async function post(batch: Batch): Promise<void> {
  const { _id: batchId } = batch;
  const readAt = Date.now();
  const sections = await find('sections', { batchId });
  sections.sort((a, b) => (a._id < b._id ? -1 : 1));
  await putFile(
    postedPath(batchId),
    JSON.stringify(postBoard(batchId, sections, readAt, memberId => boardTag(batch, memberId))),
  );
}

/**
 * Keeps the board of each batch up to date until `end`, as long as it is to be posted. Returns how often it was
 * written.
 */
export async function keepPosting(batches: readonly Batch[], end: number): Promise<number> {
  let posts = 0;
  for (;;) {
    const now = Date.now();
    const posting = batches.filter(batch => isPosting(batch, now));
    for (const batch of posting) {
      // A board that could not be written grows old and is then no longer trusted. The next one is written in half a
      // second.
      await post(batch).then(
        () => (posts += 1),
        (error: unknown) =>
          console.error(JSON.stringify({ level: 'warn', text: 'board not posted', error: String(error) })),
      );
    }
    const next = (Math.floor(Date.now() / POST_EVERY_MS) + 1) * POST_EVERY_MS;
    const more = batches.some(batch => isPosting(batch, next) || (next < batch.opensAt && isPosting(batch, end)));
    if (!more || next >= end) return posts;
    await new Promise(resolve => setTimeout(resolve, next - Date.now()));
  }
}
