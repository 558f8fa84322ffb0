import type { Batch, RecordEntry } from '../../domain/model';
import { sentenceOn } from '../../domain/record/said';
import { titleOf } from '../../domain/batch/title';
import { everyPage } from '../base/database';
import type { WorkSheet, WorkValue } from '../sheet/workbook';
import { sectionsOf } from './people';

/** The record of a batch from its beginning, with names and sentences as they were written then. */
export async function recordSheets(batch: Batch): Promise<WorkSheet[]> {
  const titles = new Map((await sectionsOf(batch)).map(section => [section._id, titleOf(section)]));
  const entries: RecordEntry[] = [];
  for await (const page of everyPage('record', { batchId: batch._id })) entries.push(...page);
  const rows = entries
    .sort((a, b) => a.at - b.at)
    .map((entry): WorkValue[] => [
      entry.at,
      entry.byName,
      titles.get(entry.sectionId ?? '') ?? '',
      sentenceOn(entry),
      entry.before ?? '',
      entry.after ?? '',
      entry.reason ?? '',
    ]);
  const columns: WorkSheet['columns'] = [
    { title: '时间', kind: 'time', width: 18 },
    { title: '操作人', kind: 'text', width: 12 },
    { title: '班', kind: 'text', width: 20 },
    { title: '做了什么', kind: 'text', width: 44 },
    { title: '之前', kind: 'text', width: 28 },
    { title: '之后', kind: 'text', width: 28 },
    { title: '原因', kind: 'text', width: 36 },
  ];
  return [{ name: '操作记录', columns, rows }];
}
