import * as z from 'zod';
import { FEWEST_PEOPLE, MOST_PEOPLE, PLANS } from '../rehearsal';
import { endpoint, id, ofBatch, STAFF } from './endpoint';
import type { RehearsalLast, ShownRehearsal } from './shown-rehearsal';

/** 放号演练 of a batch, or of a draft before it is published (its id is the batch's). Touches no line. */
export const REHEARSAL = {
  /** Runs one, keeps it in place of the last, and puts it on the record. Takes seconds. `actId` as in `draft.ts`. */
  'rehearsal.run': endpoint<{ rehearsal: ShownRehearsal }>()({
    access: STAFF,
    input: z.strictObject({
      actId: z.string().regex(/^[A-Za-z0-9-]{8,40}$/),
      batchId: id,
      people: z.number().int().min(FEWEST_PEOPLE).max(MOST_PEOPLE),
      profile: z.enum(PLANS),
    }),
    refusals: ['BATCH_NOT_FOUND', 'NOTHING_TO_REHEARSE', 'REHEARSAL_TOO_LONG'],
  }),
  /** The last one, and the batch as it is now. */
  'rehearsal.last': endpoint<RehearsalLast>()({ access: STAFF, input: ofBatch, refusals: ['BATCH_NOT_FOUND'] }),
};
