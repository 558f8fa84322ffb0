import { percentOf } from '../../domain/base/percent';
import { dayText } from '../../domain/base/clock';
import type { LessonSums } from '../../domain/api';
import type { Batch, Lesson, Section } from '../../domain/model';
import { emptyRoll, type Roll } from '../../domain/roll/roll';
import { lessonSums, rateOf } from '../../domain/attendance/attendance';
import { takesPlace } from '../../domain/lesson/held-lessons';
import { isLecture } from '../../domain/lesson/lecture';
import { MARK_WORDS } from '../../domain/roll/mark-words';
import { isExpected, onRoll, stateIn, type OnRoll } from '../../domain/roll/on-roll';
import { titleOf } from '../../domain/batch/title';
import { find } from '../base/database';
import { membersOf } from '../people/members-of';
import type { WorkSheet, WorkValue } from '../sheet/workbook';
import { sectionsOf, shown, type Phones } from './people';
import { attendeeOf } from '../../domain/line/entry';
import { seated } from '../../domain/line/line';

/** Rolls are read for a few classes at a time, because those of a whole batch would be megabytes. */
const AT_ONCE = 8;

/** The sums of each class, then one sheet for each class with everybody's attendance in each lesson. */
export async function attendanceSheets(batch: Batch, phones: Phones, now: number): Promise<WorkSheet[]> {
  const sections = await sectionsOf(batch);
  const attended: Attended[] = [];
  for (let begin = 0; begin < sections.length; begin += AT_ONCE) {
    const some = sections.slice(begin, begin + AT_ONCE).map(section => attendedOf(section, now));
    attended.push(...(await Promise.all(some)));
  }
  // A class that was called off before it began has nothing to show.
  const said = attended.filter(({ section, people }) => section.cancelledAt === undefined || people.length > 0);
  const members = await membersOf(said.flatMap(one => one.people.map(person => person.memberId)));
  return [sumsSheet(said), ...said.map(one => classSheet(one, members, phones))];
}

/** The content of a lesson's cell. */
type Word = (typeof MARK_WORDS)[keyof typeof MARK_WORDS] | '未点' | '待定' | '已取消' | '';

interface Attended {
  section: Section;
  /** In the order in which they take place. */
  lessons: { lesson: Lesson; sums: LessonSums; begun: boolean }[];
  /**
   * Those who have a seat now in the order of the line, then those who had one when a lesson was closed, then guests.
   */
  people: { memberId: string; label: WorkValue; words: Word[] }[];
}

async function attendedOf(section: Section, now: number): Promise<Attended> {
  const rolls = new Map((await find('rolls', { sectionId: section._id })).map(roll => [roll.lessonIndex, roll]));
  const held = section.lessons
    .map((lesson, index) => ({ lesson, roll: rolls.get(index) ?? emptyRoll(section, index, lesson) }))
    .sort((a, b) => a.lesson.startsAt - b.lesson.startsAt)
    .map(one => ({ ...one, begun: hasBegun(section, one.lesson, now), on: spokenOf(section, one.roll) }));

  const seats = seated(section).map(attendeeOf);
  const label = (person: OnRoll): WorkValue => {
    const seat = seats.indexOf(person.memberId);
    if (seat >= 0) return seat + 1;
    return person.as === 'seat' ? '已退' : person.as === 'lent' ? '借座' : '补位';
  };
  const everybody = new Map<string, WorkValue>(seats.map((id, index) => [id, index + 1]));
  const once = held.flatMap(({ on, begun }) => (begun ? on : []));
  // Those who had a seat once come before those who never had one.
  for (const person of [...once.filter(one => one.as === 'seat'), ...once])
    if (!everybody.has(person.memberId)) everybody.set(person.memberId, label(person));

  return {
    section,
    lessons: held.map(({ lesson, roll, begun }) => ({ lesson, begun, sums: lessonSums(section, roll, lesson) })),
    people: [...everybody].map(([memberId, said]) => ({
      memberId,
      label: said,
      words: held.map(({ lesson, roll, begun, on }) =>
        lesson.cancelled
          ? '已取消'
          : begun
            ? wordOf(
                on.find(one => one.memberId === memberId),
                roll,
              )
            : '',
      ),
    })),
  };
}

/** The people whom the lesson's sums count. */
const spokenOf = (section: Section, roll: Roll): OnRoll[] =>
  onRoll(section, roll).filter(person => person.as !== 'seat' || isExpected(person));

/** A cancelled lesson has not begun, just as one that is still to come. */
const hasBegun = (section: Section, lesson: Lesson, now: number): boolean =>
  takesPlace(section, lesson) && lesson.startsAt <= now;

function wordOf(person: OnRoll | undefined, roll: Roll): Word {
  if (!person) return '';
  const state = stateIn(person, roll);
  // A guest of one lesson was never expected, so an absence mark does not count for them.
  if (person.as !== 'seat' && (state === 'absent' || (state === null && roll.closedAt !== null))) return '';
  if (state) return MARK_WORDS[state];
  return person.mark ? '待定' : '未点';
}

/** `null` if nothing counts. */
const percent = (rate: number | null): number | null => (rate === null ? null : percentOf(rate));

/** People at a lecture who were counted by hand. They are in no other column. */
const UNLISTED = { title: '另有未登记', kind: 'number' } as const;

function sumsSheet(attended: readonly Attended[]): WorkSheet {
  const columns: WorkSheet['columns'] = [
    { title: '班', kind: 'text', width: 20 },
    { title: '承办单位', kind: 'text', width: 30 },
    { title: '上了几次课', kind: 'number', width: 12 },
    { title: '应到人次', kind: 'number', width: 10 },
    { title: '到', kind: 'number', width: 8 },
    { title: '迟到', kind: 'number', width: 8 },
    { title: '请假', kind: 'number', width: 8 },
    { title: '缺课', kind: 'number', width: 8 },
    { title: '未点', kind: 'number', width: 8 },
    { title: '到课率（%）', kind: 'number', width: 12 },
    ...(attended.some(({ section }) => isLecture(section)) ? [{ ...UNLISTED, width: 10 }] : []),
  ];
  const rows = attended.map(({ section, lessons }): WorkValue[] => {
    const sums = lessons.filter(one => one.begun).map(one => one.sums);
    const sum = (of: 'expected' | 'present' | 'late' | 'leave' | 'absent' | 'unmarked') =>
      sums.reduce((all, one) => all + one[of], 0);
    return [
      titleOf(section),
      section.organisation,
      sums.length,
      sum('expected'),
      sum('present'),
      sum('late'),
      sum('leave'),
      sum('absent'),
      sum('unmarked'),
      percent(rateOf(sums)),
      ...(isLecture(section) ? [sums.reduce((all, one) => all + (one.heads ?? 0), 0)] : []),
    ];
  });
  return { name: '汇总', columns, rows };
}

function classSheet(
  { section, lessons, people }: Attended,
  members: Awaited<ReturnType<typeof membersOf>>,
  phones: Phones,
): WorkSheet {
  const columns: WorkSheet['columns'] = [
    { title: '序号', kind: 'number', width: 6 },
    { title: '姓名', kind: 'text', width: 14 },
    { title: '手机号', kind: 'text', width: 16 },
    { title: '单位', kind: 'text', width: 30 },
    ...lessons.map(({ lesson }) => ({ title: dayText(lesson.startsAt), kind: 'text' as const, width: 10 })),
    { title: '到课率（%）', kind: 'number', width: 12 },
  ];
  const rows = people.map(({ memberId, label, words }): WorkValue[] => {
    const { name, phone, employer } = shown(members.get(memberId), phones);
    return [label, name, phone, employer, ...words, percent(rateOf([countsOf(words)]))];
  });
  const rates = lessons.map(({ sums, begun }): WorkValue => {
    const rate = begun ? percent(rateOf([sums])) : null;
    return rate === null ? '' : `${rate}%`;
  });
  const all = percent(rateOf(lessons.filter(one => one.begun).map(one => one.sums)));
  const heads = lessons.map(({ sums }): WorkValue => String(sums.heads ?? ''));
  const unlisted: WorkValue[][] = isLecture(section) ? [['', UNLISTED.title, '', '', ...heads, null]] : [];
  return { name: titleOf(section), columns, rows: [...rows, ['', '到课率', '', '', ...rates, all], ...unlisted] };
}

/** Counts one person's lessons in the same way as those of a lesson are counted. */
function countsOf(words: readonly Word[]) {
  const count = (word: string) => words.filter(one => one === word).length;
  return { present: count(MARK_WORDS.present), late: count(MARK_WORDS.late), absent: count(MARK_WORDS.absent) };
}
