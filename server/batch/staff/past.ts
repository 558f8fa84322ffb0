import { batchRows } from '../batch-rows';
import type { Run } from '../../base/door';

/** Batches after the newest ones, a page at a time. */
export const past: Run<'staff.past'> = ({ input: { after }, now }) => batchRows(after, now);
