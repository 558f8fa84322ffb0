import type { ShownEntry } from '../../domain/api';
import type { RecordEntry } from '../../domain/model';
import { sentenceOn } from '../../domain/record/said';
import { _, pageBefore } from '../base/database';
import type { Run } from '../base/door';

const PAGE = 50;

/**
 * The record, newest first. The record of everything leaves out what is part of a larger act. A page ends at an entry and not at an instant, because the night closes all its lessons at
 * one instant.
 */
export const record: Run<'staff.record'> = async ({ input: { batchId, sectionId, before, after } }) => {
  const query = {
    ...(batchId ? { batchId } : {}),
    ...(sectionId ? { sectionId } : {}),
    ...(batchId || sectionId ? {} : { partOf: _.exists(false) }),
    ...(before === undefined ? {} : { at: _.lt(before) }),
  };
  const { page, next } = await pageBefore('record', query, 'at', PAGE, after);
  return { entries: page.map(shownEntry), more: next !== null, next };
};

const shownEntry = (entry: RecordEntry): ShownEntry => {
  const { by: _by, memberId: _whom, parts: _parts, print: _print, namedUntil: _until, partOf: _whole, ...kept } = entry;
  return { ...kept, summary: sentenceOn(entry) };
};
