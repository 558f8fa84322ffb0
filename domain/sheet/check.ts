import { DAY, dateText, instantOf, timeText } from '../clock';
import type { Lesson } from '../model';
import { lessonsOverlap, schedulesClash } from '../rules/clash';
import type { SectionDraft, SheetField } from './draft';
import type { DayKey } from './grid';
import { plain } from './words';

export interface DraftIssue {
  /** Which of the drafts, and the other one that it is about. */
  index: number;
  otherIndex?: number;
  field: SheetField;
  /** An error must be mended before anything is stored; a warning is to be looked at. */
  severity: 'error' | 'warning';
  /** A sentence without the draft's own name. */
  text: string;
}

/** Names that are nobody and nowhere yet. */
const OPEN = /^(待定|另定|另行通知|待通知|-+|\/|无)?$/;

/**
 * What is wrong between drafts that are right one by one: the same course and 班次 twice, one instructor or one room in
 * two sections at a time (an error at the later of the two); and what is to be looked at: a lesson on a holiday, a place
 * without a room.
 *
 * @param nameOf how a draft is called in another one's sentence; `第 8 行` in a sheet
 */
export function checkDrafts(
  drafts: readonly SectionDraft[],
  holidays: readonly DayKey[],
  nameOf = (draft: SectionDraft, _index: number): string => `${draft.course}${draft.name}`,
): DraftIssue[] {
  const issues: DraftIssue[] = [];
  const isOff = holidayTest(holidays);
  drafts.forEach((draft, index) => {
    const holiday = draft.lessons.find(lesson => isOff(lesson.startsAt));
    if (holiday)
      issues.push({
        index,
        field: 'schedule',
        severity: 'warning',
        text: `${dateText(holiday.startsAt)}是法定节假日，请核对要不要上课`,
      });
    if (draft.place !== '' && !/\d|[室厅房场堂]|号/.test(draft.place))
      issues.push({ index, field: 'place', severity: 'warning', text: `没有写到哪一间教室，学员会找不到` });

    drafts.slice(0, index).forEach((other, otherIndex) => {
      // One sentence a cell: who has mended it sees the next.
      const about = (field: SheetField, text: string) => {
        if (!issues.some(issue => issue.index === index && issue.field === field && issue.severity === 'error'))
          issues.push({ index, otherIndex, field, severity: 'error', text });
      };
      const called = nameOf(other, otherIndex);
      if (same(draft.course, other.course) && same(draft.name, other.name))
        about('name', `和${called}同名，请改班次，例如 二班`);
      const instructor = shared(people(draft.instructor), people(other.instructor));
      const place = OPEN.test(plain(draft.place)) ? false : same(draft.place, other.place);
      if (instructor === undefined && !place) return;
      const lesson = firstOverlap(draft.lessons, other.lessons);
      if (!lesson) return;
      const when = `${dateText(lesson.startsAt)} ${timeText(lesson.startsAt)}`;
      if (instructor !== undefined)
        about('instructor', `${instructor}老师在 ${when} 同时在${called}上课，请改时间或换老师`);
      if (place) about('place', `${draft.place}在 ${when} 已经排给${called}，请改时间或换教室`);
    });
  });
  return issues;
}

/** Days are counted from a midnight: a sheet has thousands of lessons, and asking the calendar for each is slow. */
function holidayTest(holidays: readonly DayKey[]): (at: number) => boolean {
  const midnights = holidays.map(day => instantOf(day, '00:00')).filter(at => at !== undefined);
  const [first] = midnights;
  if (first === undefined) return () => false;
  const off = new Set(midnights.map(at => (at - first) / DAY));
  return at => off.has(Math.floor((at - first) / DAY));
}

const bare = (text: string): string => plain(text).replace(/\s/g, '').toLowerCase();
const same = (a: string, b: string): boolean => bare(a) === bare(b);

/** `陈静、李芳` are two people; 待定 is nobody. */
const people = (text: string): string[] =>
  plain(text)
    .split(/[、,;/ ]/)
    .map(name => bare(name).replace(/(老师|教练)$/, ''))
    .filter(name => !OPEN.test(name));

const shared = (a: readonly string[], b: readonly string[]): string | undefined => a.find(name => b.includes(name));

/** The first of `a` during which `b` has one. Both are sorted by start. */
const firstOverlap = (a: readonly Lesson[], b: readonly Lesson[]): Lesson | undefined =>
  schedulesClash(a, b) ? a.find(lesson => b.some(other => lessonsOverlap(lesson, other))) : undefined;
