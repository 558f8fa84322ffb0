import { lastOf } from '../last-of';
import { categoryOf } from './category';
import { USUAL, type Header } from './headers';
import type { ReadRow, SectionDraft, SheetField, UnderstandOptions } from './draft';
import { readDays } from './days';
import type { Cell, DayKey } from './grid';
import { clockOfFraction } from './hours';
import { readNumber } from './numbers';
import { parseSchedule, LESSONS_LIMIT, type ScheduleOptions } from './schedule';
import { personName, quote, tidy } from './words';

/** A section of more people than this is a slip of the pen. */
export const CAPACITY_LIMIT = 5_000;

/** Where a wrong schedule is to be mended, when the sheet has no column of that meaning. */
const INSTEAD: Partial<Record<SheetField, SheetField[]>> = {
  firstDay: ['schedule', 'time', 'weekday'],
  lastDay: ['firstDay', 'schedule'],
  count: ['schedule', 'time'],
  schedule: ['time', 'weekday', 'fromTime', 'firstDay'],
};
/** A cell as text: a fraction of a day in a column of times is a clock. */
const textOf = (cell: Cell | undefined, field?: SheetField): string => {
  if (cell == null || (typeof cell === 'object' && 'fault' in cell)) return '';
  if (typeof cell === 'number' && cell > 0 && cell < 1 && field && /time|schedule/i.test(field))
    return clockOfFraction(cell);
  return String(cell);
};

/** Reads one row of a sheet. `above` is the course of the row before, for a cell that was left blank below it. */
export class RowReader {
  readonly read: ReadRow;

  constructor(
    private readonly header: Header,
    private readonly cells: readonly Cell[],
    row: number,
    private readonly options: UnderstandOptions,
  ) {
    this.read = { row, errors: [], warnings: [] };
  }

  /** All the columns of a field, put together. */
  text(field: SheetField): string {
    return this.columns(field)
      .map(column => tidy(textOf(this.cells[column.index], field)))
      .filter(text => text !== '')
      .join(field === 'note' ? '；' : ' ');
  }

  /** Says what is wrong with a field: `第 8 行「名额」写的是“若干”，请填一个数字，例如 30`. */
  say(kind: 'errors' | 'warnings', field: SheetField, text: string): void {
    const there = [field, ...(INSTEAD[field] ?? [])].find(each => this.columns(each).length > 0) ?? field;
    const column = this.columns(there)[0];
    const called = column?.header ?? USUAL[field] ?? field;
    const value = this.text(there);
    const state = !column ? '表里没有这一列，' : value === '' ? '空着，' : `写的是${quote(value)}，`;
    this.read[kind].push({
      column: called,
      at: column?.letter ?? there,
      field,
      text: `第 ${this.read.row} 行「${called}」${state}${text}`,
    });
  }

  /** The draft, or `undefined` with errors in `read`. */
  draft(above: { course: string } | undefined): SectionDraft | undefined {
    this.faults();
    const course = this.course(above);
    const capacity = this.capacity();
    const { schedule, lessons } = this.schedule();
    const place = [this.text('place'), this.text('room')].filter(text => text !== '').join(' ');
    if (place === '') this.say('errors', 'place', '请写上课地点和教室');
    let instructor = this.columns('instructor').length === 0 ? '' : personName(this.text('instructor'));
    if (instructor === '') {
      instructor = '待定';
      this.say('warnings', 'instructor', '先记为“待定”');
    }
    const waitlistLimit = this.waitlistLimit(capacity ?? 0);
    const draft = {
      course: course.course,
      category: categoryOf(course.course),
      name: course.name,
      instructor,
      organisation: this.text('organisation') || (this.options.defaults?.organisation ?? ''),
      place,
      schedule,
      lessons,
      audienceText: this.text('audienceText'),
      note: this.text('note'),
      capacity: capacity ?? 0,
      waitlistLimit,
    };
    return this.read.errors.length === 0 ? draft : undefined;
  }

  private columns(field: SheetField): Header['columns'] {
    return this.header.columns.filter(column => column.field === field);
  }

  private faults(): void {
    for (const { index, letter, header, field } of this.header.columns) {
      const cell = this.cells[index];
      if (field === undefined || field === 'number' || cell === null || typeof cell !== 'object') continue;
      const what = cell.fault === 'FORMULA_ERROR' ? `公式的结果是 ${cell.shown}` : `公式“${cell.shown}”没有保存结果`;
      this.read.errors.push({
        column: header,
        at: letter,
        field,
        text: `第 ${this.read.row} 行「${header}」${what}，请直接填写内容`,
      });
    }
  }

  private faulty(field: SheetField): boolean {
    return this.read.errors.some(error => error.field === field);
  }

  /** `茶艺（二班）` and `茶艺二班` say the 班次 too, where no column does. */
  private course(above: { course: string } | undefined): { course: string; name: string } {
    let course = tidy(this.text('course')).replace(/^[《「](.+)[》」]$/, '$1');
    let name = personName(this.text('name'));
    if (course === '' && above && name !== '' && !this.faulty('course')) {
      course = above.course;
      this.say('warnings', 'course', `按上面一行的“${above.course}”读`);
    }
    if (course === '' && !this.faulty('course')) this.say('errors', 'course', '请写课程名称');
    const split =
      /^(.+?)\s*[（(]?\s*(第?[一二三四五六七八九十\d]{1,3}班|[A-Za-z]班|(?:初|中|高|基础|入门|提高|提升|进阶|零基础)级?班)\s*[）)]?$/.exec(
        course,
      );
    if (name === '' && split) [, course = course, name = name] = split;
    if (/^\d{1,2}$/.test(name)) name = `${name}班`;
    return { course, name };
  }

  private capacity(): number | undefined {
    if (this.faulty('capacity')) return undefined;
    const read = readNumber(this.text('capacity'), 1, CAPACITY_LIMIT, 30);
    if ('value' in read) return read.value;
    this.say('errors', 'capacity', read.why);
    return undefined;
  }

  private waitlistLimit(capacity: number): number {
    const text = this.text('waitlistLimit');
    if (text === '' || this.faulty('waitlistLimit'))
      return this.options.defaults?.waitlistLimit ?? Math.ceil(capacity / 2);
    if (/^(无|没有|不设|不候补|否|-+|\/)$/.test(text)) return 0;
    const read = readNumber(text, 0, CAPACITY_LIMIT, 15);
    if ('value' in read) return read.value;
    this.say('errors', 'waitlistLimit', read.why);
    return 0;
  }

  private schedule(): Pick<SectionDraft, 'schedule' | 'lessons'> {
    const from = this.text('fromTime');
    const to = this.text('toTime');
    const words = [
      this.text('weekday').replace(/^(?=[一二三四五六日天])/, '周'),
      this.text('schedule'),
      this.text('time'),
      from && to ? `${from}-${to}` : from,
    ].filter(text => text !== '');
    const options: ScheduleOptions = { now: this.options.now, holidays: this.options.holidays };
    this.days(options);
    const count = this.text('count');
    if (count !== '') {
      const read = readNumber(count, 1, LESSONS_LIMIT, 12);
      if ('value' in read) options.count = read.value;
      else this.say('errors', 'count', read.why);
    }
    const unread = (
      ['schedule', 'time', 'weekday', 'fromTime', 'toTime', 'firstDay', 'lastDay', 'count'] as const
    ).some(field => this.faulty(field));
    if (unread) return { schedule: '', lessons: [] };
    const { schedule, lessons, skipped, problems, notes } = parseSchedule(words.join(' '), options);
    for (const { field, text } of problems) this.say('errors', field, text);
    if (problems.length === 0) {
      for (const { field, text } of notes) this.say('warnings', field, text);
      if (skipped.length > 0)
        this.say('warnings', 'schedule', `${skipped.map(dayWords).join('、')}放假或停课，课往后顺延`);
    }
    return { schedule, lessons };
  }

  /** The columns of days. `起止日期` says two. */
  private days(options: ScheduleOptions): void {
    const read = (field: 'firstDay' | 'lastDay' | 'skipDays'): DayKey[] | undefined => {
      const text = this.text(field);
      if (text === '' || (field === 'skipDays' && /^(无|没有|-+|\/)$/.test(text))) return undefined;
      const days = readDays(text, this.options.now);
      if (!days || days.noDay !== undefined) {
        this.say('errors', field, days?.noDay ? `没有“${days.noDay}”这一天` : '请写成日期，例如 2027年3月9日');
        return undefined;
      }
      if (days.range && field === 'firstDay') options.lastDay = days.days[1] ?? options.lastDay;
      return days.days;
    };
    options.firstDay = read('firstDay')?.[0];
    options.lastDay = lastOf(read('lastDay') ?? []) ?? options.lastDay;
    options.skip = read('skipDays');
  }
}

const dayWords = (day: DayKey): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
