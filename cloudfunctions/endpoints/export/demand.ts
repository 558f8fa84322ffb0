import { SECOND } from '../../../domain/clock';
import type { Batch } from '../../../domain/model';
import { numbersOf } from '../../../domain/rules/demand';
import { find } from '../../db/database';
import type { WorkSheet, WorkValue } from '../../sheet/workbook';
import { sectionsOf } from './people';

/** What was offered, what was wanted, and what to offer next time; the same numbers as on the page of the release. */
export async function demandSheets(batch: Batch): Promise<WorkSheet[]> {
  const { sections } = numbersOf(batch, await sectionsOf(batch), await find('tallies', { batchId: batch._id }));
  const rows = sections.map((one): WorkValue[] => [
    one.title,
    one.when,
    one.capacity,
    one.seated,
    one.waiting,
    one.tries,
    one.turnedAway,
    one.suggestedCapacity,
    one.filledAfterMs === null ? null : Math.round(one.filledAfterMs / SECOND),
  ]);
  const columns: WorkSheet['columns'] = [
    { title: '班', kind: 'text', width: 20 },
    { title: '时间', kind: 'text', width: 14 },
    { title: '名额', kind: 'number', width: 8 },
    { title: '入座', kind: 'number', width: 8 },
    { title: '候补', kind: 'number', width: 8 },
    { title: '点报名的次数', kind: 'number', width: 14 },
    { title: '没报上的人数', kind: 'number', width: 14 },
    { title: '建议下期名额', kind: 'number', width: 14 },
    { title: '报满用时（秒）', kind: 'number', width: 14 },
  ];
  return [{ name: '需求', columns, rows }];
}
