import * as z from 'zod';
import { FEWEST_PEOPLE, MOST_PEOPLE, PLANS } from '../rehearsal/rehearsal';
import { actId, endpoint, id, ofBatch, STAFF } from './endpoint';
import type { RehearsalLast, ShownRehearsal } from './shown-rehearsal';

/** 放号演练 of a batch, or of a draft before it is published (its id is the batch's). It changes no line. */
export const REHEARSAL = {
  /** Runs a rehearsal, keeps it in place of the last one, and puts it on the record. It takes seconds. */
  'rehearsal.run': endpoint<{ rehearsal: ShownRehearsal }>()({
    access: STAFF,
    input: z.strictObject({
      actId,
      batchId: id,
      people: z.number().int().min(FEWEST_PEOPLE).max(MOST_PEOPLE),
      profile: z.enum(PLANS),
    }),
    refusals: ['BATCH_NOT_FOUND', 'NOTHING_TO_REHEARSE', 'REHEARSAL_TOO_LONG'],
  }),
  /** The last rehearsal, and the batch as it is now. */
  'rehearsal.last': endpoint<RehearsalLast>()({ access: STAFF, input: ofBatch, refusals: ['BATCH_NOT_FOUND'] }),
};
