import { SECOND } from '../../domain/base/clock';
import type { DemandGroups, DemandSum } from '../../domain/api';
import type { Batch } from '../../domain/model';
import { numbersOf, unseatedOf } from '../../domain/line/demand';
import { find } from '../base/database';
import type { WorkSheet, WorkValue } from '../sheet/workbook';
import { sectionsOf } from './people';

/**
 * Shows what was offered, what was wanted, and what to offer next time, with the same numbers as the page of the
 * release.
 */
export async function demandSheets(batch: Batch): Promise<WorkSheet[]> {
  const tallies = await find('tallies', { batchId: batch._id });
  const { sections, groups } = numbersOf(batch, await sectionsOf(batch), tallies, Date.now());
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
  return [{ name: '需求', columns, rows }, groupSheet(groups)];
}

/** 按课程和时段: what to offer of which course, and when. A person is counted once in each row. */
function groupSheet({ courses, hours, cells }: DemandGroups): WorkSheet {
  const rowOf = (by: string, course: string, when: string, sum: DemandSum): WorkValue[] => [
    by,
    course,
    when,
    sum.capacity,
    sum.wanted,
    unseatedOf(sum),
    sum.turnedAway,
    sum.suggestedCapacity,
  ];
  const columns: WorkSheet['columns'] = [
    { title: '按什么合计', kind: 'text', width: 14 },
    { title: '课程', kind: 'text', width: 16 },
    { title: '时段', kind: 'text', width: 14 },
    { title: '名额', kind: 'number', width: 8 },
    { title: '想来的人数', kind: 'number', width: 12 },
    { title: '没有座位的人数', kind: 'number', width: 16 },
    { title: '没报上的人数', kind: 'number', width: 14 },
    { title: '建议下期名额', kind: 'number', width: 14 },
  ];
  const rows = [
    ...courses.map(one => rowOf('课程', one.course, '', one)),
    ...hours.map(one => rowOf('时段', '', one.when, one)),
    ...cells.map(one => rowOf('课程和时段', one.course, one.when, one)),
  ];
  return { name: '按课程和时段', columns, rows };
}
