import { findOnly } from '../base/database';
import type { Run } from '../base/door';

/** The batches before whose opening I want to be told. One operation. */
export const follows: Run<'member.follows'> = async ({ memberId }) => ({
  batchIds: (await findOnly('follows', { memberId }, ['batchId'])).map(one => one.batchId),
});
