import * as z from 'zod';
import { LENGTH } from '../bounds';
import { STAFF, endpoint, id, nothing, words } from './endpoint';
import type { DownloadedFile } from './shown-staff';

export const EXPORT = {
  /**
   * A workbook for Excel and WPS. Phone numbers are masked unless they are asked for with a reason. Each export is on
   * the record.
   */
  'export.make': endpoint<DownloadedFile>()({
    access: STAFF,
    input: z.strictObject({
      kind: z.enum(['roster', 'line', 'record', 'demand', 'attendance', 'ratings', 'hours']),
      batchId: id,
      phones: z.enum(['masked', 'whole']),
      reason: words(LENGTH.reason),
    }),
    refusals: ['BATCH_NOT_FOUND', 'REASON_MISSING'],
  }),
  /** All data that is kept about me, for Excel and WPS, as `member.data` shows it. */
  'export.mine': endpoint<DownloadedFile>()({ access: 'anyone', input: nothing, refusals: [] }),
};
