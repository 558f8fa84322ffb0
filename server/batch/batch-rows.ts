import type { StaffBatchCard } from '../../domain/api';
import type { Batch } from '../../domain/model';
import { phaseOf } from '../../domain/batch/phase';
import { countOf } from '../../domain/line/place';
import { roomLeft, type RoomLeft } from '../../domain/line/room-left';
import { batchCard } from './cards';
import { _, findEvery, pageBefore, type PageMark } from '../base/database';

const SIZE = 20;

/** Batches for staff, newest release first, with the seats left in those shown. Two operations. */
export async function batchRows(after: PageMark | undefined, now: number) {
  const { page, next } = await pageBefore('batches', {}, 'opensAt', SIZE, after);
  const shown = { batchId: _.in(page.map(batch => batch._id)) };
  const lines = await findEvery('sections', shown, ['batchId', 'capacity', 'waitlistLimit', 'lineCount']);
  const left = (batchId: string) => roomLeft(lines.filter(line => line.batchId === batchId).map(countOf));
  return { page: page.map(batch => staffCard(batch, left(batch._id), now)), next };
}

export const staffCard = (batch: Batch, left: RoomLeft, now: number): StaffBatchCard => ({
  ...batchCard(batch, left),
  state: batch.state,
  phase: phaseOf(batch, now),
});
