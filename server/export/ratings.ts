import type { Batch } from '../../domain/model';
import { percentOf } from '../../domain/base/percent';
import { titleOf } from '../../domain/batch/title';
import { CHIPS } from '../../domain/rating/rating';
import { CHIP_WORDS } from '../../domain/rating/said';
import { shownOf, textsOf } from '../../domain/rating/shown';
import { closedBooks } from '../rating/closed-books';
import type { WorkSheet, WorkValue } from '../sheet/workbook';
import { sectionsOf, type Phones } from './people';

const percent = (share: number | undefined): WorkValue => (share === undefined ? null : percentOf(share));

/** The numbers of each class, then the texts. Classes whose results are not shown have a row without numbers. */
export async function ratingSheets(batch: Batch, _phones: Phones, now: number): Promise<WorkSheet[]> {
  const sections = await sectionsOf(batch);
  const books = new Map((await closedBooks({ batchId: batch._id }, now)).map(book => [book._id, book]));
  const columns: WorkSheet['columns'] = [
    { title: '班', kind: 'text', width: 20 },
    { title: '讲师', kind: 'text', width: 14 },
    { title: '承办单位', kind: 'text', width: 30 },
    { title: '评价人数', kind: 'number', width: 10 },
    { title: '来过人数', kind: 'number', width: 10 },
    { title: '平均几星', kind: 'number', width: 10 },
    { title: '满意（%）', kind: 'number', width: 10 },
    ...CHIPS.map(chip => ({ title: `${CHIP_WORDS[chip]}（%）`, kind: 'number' as const, width: 14 })),
    { title: '说明', kind: 'text', width: 30 },
  ];
  const rows = sections.map((section): WorkValue[] => {
    const book = books.get(section._id);
    const shown = book && shownOf(book);
    return [
      titleOf(section),
      section.instructor,
      section.organisation,
      shown?.people ?? null,
      shown?.came ?? null,
      shown ? Math.round(shown.mean * 10) / 10 : null,
      percent(shown?.satisfied),
      ...CHIPS.map(chip => percent(shown?.chips[chip])),
      shown ? '' : '没收齐，或者不到 5 人评，不显示',
    ];
  });
  const texts = sections.flatMap(section => {
    const book = books.get(section._id);
    return (book ? textsOf(book, 'staff') : []).map(({ text, hidden }): WorkValue[] => [
      titleOf(section),
      text,
      hidden ? '讲师看不到' : '',
    ]);
  });
  return [
    { name: '评价', columns, rows },
    {
      name: '大家写的',
      columns: [
        { title: '班', kind: 'text', width: 20 },
        { title: '写的话', kind: 'text', width: 80 },
        { title: '说明', kind: 'text', width: 14 },
      ],
      rows: texts,
    },
  ];
}
