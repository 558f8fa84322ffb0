import { percentOf } from '../../domain/base/percent';
import { definitionOf, type Definition, type NumberKey } from '../../domain/report/definitions';
import type { Group, Numbers, Satisfied } from '../../domain/report/numbers';
import { besides, countOf, hoursOf } from '../../domain/report/said';
import { spanWords, yearBefore } from '../../domain/report/span';
import type { WorkSheet, WorkValue } from '../sheet/workbook';

/** The content of the workbook: a signed report, or numbers as they are now. */
export interface Printed {
  from: string;
  to: string;
  numbers: Numbers;
  before: Numbers;
  text: string;
  version: string;
  definitions: readonly Definition[];
  /** `null` = not signed. */
  signedAt: number | null;
}

/** 总表, 分课程, 分班, 分承办单位, 分月, 定义: each with the numbers as plain numbers, so that they can be added up. */
export const reportSheets = (printed: Printed): WorkSheet[] => [
  totalSheet(printed),
  groupSheet('分课程', '课程', printed.numbers.byCourse),
  sectionSheet(printed.numbers),
  groupSheet('分承办单位', '承办单位', printed.numbers.byOrganisation),
  monthSheet(printed.numbers),
  ...(printed.numbers.employersNamed.length > 0 ? [employerSheet(printed.numbers)] : []),
  definitionSheet(printed),
];

function totalSheet({ numbers, before, definitions, text, signedAt, ...span }: Printed): WorkSheet {
  const rows = definitions.map(({ key, title, unit, is }): WorkValue[] => [
    title,
    plainValue(numbers, key),
    unit || '%',
    plainValue(before, key),
    besides(numbers, key),
    is,
  ]);
  return {
    name: '总表',
    columns: [
      { title: spanWords(span), kind: 'text', width: 18 },
      { title: '数', kind: 'number', width: 12 },
      { title: '单位', kind: 'text', width: 10 },
      { title: `上年同期（${spanWords(yearBefore(span))}）`, kind: 'number', width: 16 },
      { title: '说明', kind: 'text', width: 34 },
      { title: '定义', kind: 'text', width: 60 },
    ],
    rows: [...rows, ['', null, '', null, '', ''], [signedAt === null ? '文字' : '定稿文字', null, '', null, '', text]],
  };
}

/** As a number. Shares are in whole percent; `null` if there is nothing to divide. */
function plainValue(numbers: Numbers, key: NumberKey): number | null {
  if (key === 'rate') return percent(numbers.rate);
  if (key === 'satisfied') return percent(numbers.satisfied?.share ?? null);
  return countOf(numbers, key);
}

const percent = (share: number | null): number | null => (share === null ? null : percentOf(share));

const satisfiedCells = (satisfied: Satisfied | null): WorkValue[] => [
  percent(satisfied?.share ?? null),
  satisfied?.people ?? null,
];

const ON_THE_DAY = { title: definitionOf('onTheDay').title, kind: 'number', width: 16 } as const;

const COUNTS: WorkSheet['columns'] = [
  { title: '课次', kind: 'number', width: 8 },
  { title: '名额', kind: 'number', width: 8 },
  { title: '参训人数', kind: 'number', width: 10 },
  { title: '参训人次', kind: 'number', width: 10 },
  ON_THE_DAY,
  { title: '学时（人·学时）', kind: 'number', width: 16 },
  { title: '到课率（%）', kind: 'number', width: 12 },
  { title: '满意度（%）', kind: 'number', width: 12 },
  { title: '评价人数', kind: 'number', width: 10 },
];

const counts = (one: Omit<Group, 'name' | 'sections'>): WorkValue[] => [
  one.lessons,
  one.seats,
  one.people,
  one.visits,
  one.onTheDay ?? 0,
  hoursOf(one.minutes),
  percent(one.rate),
  ...satisfiedCells(one.satisfied),
];

const groupSheet = (name: string, title: string, groups: readonly Group[]): WorkSheet => ({
  name,
  columns: [{ title, kind: 'text', width: 26 }, { title: '班', kind: 'number', width: 8 }, ...COUNTS],
  rows: groups.map(group => [group.name, group.sections, ...counts(group)]),
});

const sectionSheet = ({ bySection }: Numbers): WorkSheet => ({
  name: '分班',
  columns: [
    { title: '期次', kind: 'text', width: 24 },
    { title: '课程', kind: 'text', width: 16 },
    { title: '班', kind: 'text', width: 18 },
    { title: '承办单位', kind: 'text', width: 26 },
    { title: '讲师', kind: 'text', width: 14 },
    ...COUNTS,
  ],
  rows: bySection.map(one => [one.batch, one.course, one.title, one.organisation, one.instructor, ...counts(one)]),
});

const monthSheet = ({ byMonth }: Numbers): WorkSheet => ({
  name: '分月',
  columns: [
    { title: '月份', kind: 'text', width: 12 },
    { title: '课次', kind: 'number', width: 8 },
    { title: '参训人数', kind: 'number', width: 10 },
    { title: '参训人次', kind: 'number', width: 10 },
    ON_THE_DAY,
    { title: '学时（人·学时）', kind: 'number', width: 16 },
  ],
  rows: byMonth.map(one => [one.month, one.lessons, one.people, one.visits, one.onTheDay ?? 0, hoursOf(one.minutes)]),
});

const employerSheet = ({ employersNamed }: Numbers): WorkSheet => ({
  name: '惠及单位（5 人以上）',
  columns: [
    { title: '单位', kind: 'text', width: 36 },
    { title: '参训人数', kind: 'number', width: 10 },
  ],
  rows: employersNamed.map(one => [one.name, one.people]),
});

const definitionSheet = ({ definitions, version }: Printed): WorkSheet => ({
  name: '定义',
  columns: [
    { title: `数字（定义 ${version}）`, kind: 'text', width: 20 },
    { title: '单位', kind: 'text', width: 10 },
    { title: '是什么', kind: 'text', width: 90 },
  ],
  rows: definitions.map(({ title, unit, is }) => [title, unit || '%', is]),
});
