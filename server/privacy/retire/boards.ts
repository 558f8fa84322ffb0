import { DAY, HOUR } from '../../../domain/base/clock';
import { postedPath, type PostedBoard } from '../../../domain/line/posted-board';
import { _, find } from '../../base/database';
import { putFile } from '../../base/files';

/** A board is taken down within this many nights after the opening, in case a night is missed. */
const NIGHTS = 7;

/**
 * Removes all tags from the posted board of an opening that is over, because the file is public and nobody needs it any
 * more.
 */
export async function takeBoardsDown(now: number): Promise<void> {
  const over = { opensAt: _.gt(now - NIGHTS * DAY).and(_.lt(now - HOUR)) };
  for (const { _id: batchId } of await find('batches', over)) {
    const bare: PostedBoard = { batchId, readAt: 0, counts: [], full: {} };
    await putFile(postedPath(batchId), JSON.stringify(bare));
  }
}
