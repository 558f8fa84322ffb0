import { LISTED_MS } from '../../../domain/base/windows';
import { roomLeft } from '../../../domain/line/room-left';
import { batchCard } from '../cards';
import { _, pageBefore } from '../../base/database';
import type { Run } from '../../base/door';
import { boardsOf } from '../../line/board-memory';

const SIZE = 10;

/** Batches that are too old for the first list, a page at a time. Two operations. */
export const past: Run<'catalog.past'> = async ({ input: { after }, now }) => {
  const over = { state: 'scheduled', lastLessonAt: _.lte(now - LISTED_MS) };
  const { page, next } = await pageBefore('batches', over, 'lastLessonAt', SIZE, after);
  const boardOf = await boardsOf(
    page.map(batch => batch._id),
    now,
  );
  return { page: page.map(batch => batchCard(batch, roomLeft(boardOf(batch._id).counts))), next };
};
