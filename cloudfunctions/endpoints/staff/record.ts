import type { ShownEntry } from '../../../domain/contract';
import type { RecordEntry } from '../../../domain/model';
import { sentenceOn } from '../../../domain/rules/said';
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
  const entries = found.slice(0, PAGE).map(shownEntry);
  return { entries, more: found.length > PAGE };
};

const shownEntry = (entry: RecordEntry): ShownEntry => {
  const { by: _by, memberId: _whom, parts: _parts, print: _print, namedUntil: _until, ...kept } = entry;
  return { ...kept, summary: sentenceOn(entry) };
};
