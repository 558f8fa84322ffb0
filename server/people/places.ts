import { read } from '../base/database';
import { noteLook } from '../record/note-look';
import type { Run } from '../base/door';
import { batchesOfHolds } from '../batch/recent-batches';
import { placesIn } from '../line/places-of';

/**
 * A person's places in every class that is still running or ended lately, for staff who answer the telephone. The look
 * is on the record.
 */
export const places: Run<'staff.places'> = async ({ input: { memberId }, memberId: by, now }) => {
  await noteLook(by, memberId, now);
  const holds = (await read('standings', memberId))?.holds ?? [];
  if (holds.length === 0) return { places: [] };
  return { places: await placesIn(await batchesOfHolds(holds, now), holds, memberId) };
};
