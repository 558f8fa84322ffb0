import type { Run } from '../base/door';
import { findOnly } from '../base/database';
import { LISTED, signedOf } from './signed';

/** Two operations, and no numbers travel. */
export const list: Run<'report.list'> = async () => ({
  reports: await signedOf(await findOnly('reports', {}, LISTED, { orderBy: ['at', 'desc'] })),
});
