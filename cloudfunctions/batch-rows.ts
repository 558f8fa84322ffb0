import type { StaffBatchCard } from '../domain/contract';
import type { Batch } from '../domain/model';
import { phaseOf } from '../domain/rules/phase';
import { countOf } from '../domain/rules/place';
import { batchCard } from './cards';
import { _, findEvery, pageBefore, type PageMark } from './db/database';

const SIZE = 20;

/** Batches for staff, newest release first, with the seats left of those that are shown. Two operations. */
export async function batchRows(after: PageMark | undefined, now: number) {
  const { page, next } = await pageBefore('batches', {}, 'opensAt', SIZE, after);
  const shown = { batchId: _.in(page.map(batch => batch._id)) };
  const lines = await findEvery('sections', shown, ['batchId', 'capacity', 'waitlistLimit', 'lineCount']);
  const seatsLeft = (batchId: string) =>
    lines.filter(line => line.batchId === batchId).reduce((sum, line) => sum + countOf(line).seatsLeft, 0);
  return { page: page.map(batch => staffCard(batch, seatsLeft(batch._id), now)), next };
}

export const staffCard = (batch: Batch, seatsLeft: number, now: number): StaffBatchCard => ({
  ...batchCard(batch, seatsLeft),
  state: batch.state,
  phase: phaseOf(batch, now),
});
