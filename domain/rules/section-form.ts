import { dayKey } from '../clock';
import type { SectionDraft, SheetField, UnderstandOptions } from '../sheet/draft';
import { fieldOf } from '../sheet/headers';
import { RowReader } from '../sheet/row';

/** The fields of the form, called as the columns of a sheet are. */
const FIELDS = {
  course: '课程名称',
  name: '班次',
  instructor: '讲师',
  organisation: '承办单位',
  place: '上课地点',
  schedule: '上课时间',
  firstDay: '开课日期',
  count: '课次',
  capacity: '名额',
  waitlistLimit: '候补名额',
  audienceText: '报名对象',
  note: '备注',
} as const satisfies Partial<Record<SheetField, string>>;
type FormField = keyof typeof FIELDS;
const fields = Object.keys(FIELDS) as FormField[];
const ANY_TIME = { schedule: '每周一 08:00-09:00', firstDay: '2027-01-04', count: '1' };
const WHEN = Object.keys(ANY_TIME) as (keyof typeof ANY_TIME)[];

export type Cells = Partial<Record<FormField, string>>;

/** A section as the form shows it. */
export const cellsOf = (section: SectionDraft): Required<Cells> => ({
  course: section.course,
  name: section.name,
  instructor: section.instructor,
  organisation: section.organisation,
  place: section.place,
  schedule: section.schedule,
  firstDay: section.lessons[0] ? dayKey(section.lessons[0].startsAt) : '',
  count: String(section.lessons.length),
  capacity: String(section.capacity),
  waitlistLimit: String(section.waitlistLimit),
  audienceText: section.audienceText,
  note: section.note,
});

/**
 * One section by form, read as a row of a sheet is. What the form does not say stays as it is in `before`; where it says
 * of the time what was there, the lessons stay, which may have been chosen day by day.
 *
 * @param said by field (`course`) or by a column's name (`课程名称`)
 */
export function readForm(
  said: Readonly<Record<string, string>>,
  before: SectionDraft | undefined,
  options: UnderstandOptions,
): { section: SectionDraft } | { errors: { field: string; text: string }[] } {
  const had: Cells = before ? cellsOf(before) : {};
  const cells: Cells = { ...had };
  for (const [name, value] of Object.entries(said)) {
    const field = fields.find(known => known === name) ?? fields.find(known => known === fieldOf(name));
    if (!field) return { errors: [{ field: name.slice(0, 40), text: '没有这一项' }] };
    cells[field] = value;
  }
  const isWhenKept = before !== undefined && WHEN.every(field => cells[field]?.trim() === had[field]);
  // The words for days chosen one by one cannot always be read back: any time will do, it is not taken.
  if (isWhenKept) Object.assign(cells, ANY_TIME);
  const columns = fields.map((field, index) => ({ index, letter: '', header: FIELDS[field], field }));
  const row = fields.map(field => cells[field] || null);
  const reader = new RowReader({ bottom: 0, columns }, row, 1, options);
  const section = reader.draft(undefined);
  if (!section) return { errors: reader.read.errors.map(({ field, text }) => ({ field, text: withoutRow(text) })) };
  const when = isWhenKept ? { schedule: before.schedule, lessons: before.lessons } : {};
  return { section: { ...section, name: section.name || '一班', ...when } };
}

/** `第 1 行「名额」写的是“若干”，请填…`: a form has no rows, and the text stands beside its field. */
const withoutRow = (text: string): string => text.replace(/^第 \d+ 行「[^」]*」/, '');
