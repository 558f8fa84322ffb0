import { batchRows } from '../batch-rows';
import type { Run } from '../../base/door';

/** Batches behind the newest, a page at a time. */
export const past: Run<'staff.past'> = ({ input: { after }, now }) => batchRows(after, now);
