import { _, find } from '../../db/database';
import type { Run } from '../../door';

const PAGE = 50;

/** The record, newest first. */
export const record: Run<'staff.record'> = async ({ input: { batchId, sectionId, before } }) => {
  const query = {
    ...(batchId ? { batchId } : {}),
    ...(sectionId ? { sectionId } : {}),
    ...(before === undefined ? {} : { at: _.lt(before) }),
  };
  const found = await find('record', query, { orderBy: ['at', 'desc'], limit: PAGE + 1 });
  const entries = found.slice(0, PAGE).map(({ by: _by, memberId: _whom, ...entry }) => entry);
  return { entries, more: found.length > PAGE };
};
