import { findOnly } from '../base/database';
import type { Run } from '../base/door';

/** What I want to be told before. One operation. */
export const follows: Run<'member.follows'> = async ({ memberId }) => ({
  batchIds: (await findOnly('follows', { memberId }, ['batchId'])).map(one => one.batchId),
});
