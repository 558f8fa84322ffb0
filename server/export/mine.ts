import { dayKey } from '../../domain/base/clock';
import type { OwnGroup } from '../../domain/api';
import type { Run } from '../base/door';
import { ownGroups } from '../privacy/own-data/groups';
import type { WorkSheet } from '../sheet/workbook';
import { writeWorkbook } from '../sheet/write';

/** Everything that is kept about me, a sheet for each kind; the first sheet lists them. The workbook is not stored. */
export const mine: Run<'export.mine'> = async ({ memberId, now }) => {
  const groups = await ownGroups(memberId);
  const file = await writeWorkbook([contents(groups), ...groups.map(sheetOf)]);
  return { fileName: `惠工课堂-我的数据-${dayKey(now)}.xlsx`, file: file.toString('base64') };
};

const contents = (groups: readonly OwnGroup[]): WorkSheet => ({
  name: '目录',
  columns: [
    { title: '哪一类', kind: 'text', width: 24 },
    { title: '有几份', kind: 'number', width: 8 },
    { title: '保留多久', kind: 'text', width: 44 },
    { title: '删除资料以后', kind: 'text', width: 44 },
  ],
  rows: groups.map(one => [one.title, one.documents, one.kept, one.erased]),
});

/** Makes a column for every kind of fact. A fact that is an instant in any row gets a column of times. */
function sheetOf({ title, rows }: OwnGroup): WorkSheet {
  const names = [...new Set(rows.flatMap(row => row.map(fact => fact.name)))];
  const isTime = (name: string) =>
    rows.some(row => row.some(fact => fact.name === name && typeof fact.value === 'number'));
  return {
    name: title,
    columns: names.map(name => ({ title: name, kind: isTime(name) ? 'time' : 'text', width: isTime(name) ? 18 : 24 })),
    rows: rows.map(row => names.map(name => row.find(fact => fact.name === name)?.value ?? '')),
  };
}
