import { read } from '../../db/database';
import { noteLook } from '../../db/note-look';
import type { Run } from '../../door';
import { batchesOfHolds } from '../../memory/batches';
import { placesIn } from '../../places-of';

/** Where somebody stands in every class that is not long over: for whoever answers the telephone. The look is on the record. */
export const places: Run<'staff.places'> = async ({ input: { memberId }, memberId: by, now }) => {
  await noteLook(by, memberId, now);
  const holds = (await read('standings', memberId))?.holds ?? [];
  if (holds.length === 0) return { places: [] };
  return { places: await placesIn(await batchesOfHolds(holds, now), holds, memberId) };
};
