import { dayText, timeText } from '../../domain/base/clock';
import { titleOf } from '../../domain/batch/title';
import { hoursOf, progressIn } from '../../domain/certificate/certificate';
import { spacedCode } from '../../domain/certificate/code';
import { USUAL_TERMS } from '../../domain/certificate/terms';
import { takesPlace } from '../../domain/lesson/held-lessons';
import { isLecture } from '../../domain/lesson/lecture';
import type { Batch, Lesson, Section } from '../../domain/model';
import { hasCome, isExpected, onRoll } from '../../domain/roll/on-roll';
import { emptyRoll, type MarkSource, type Roll } from '../../domain/roll/roll';
import { _, find } from '../base/database';
import { membersOf } from '../people/members-of';
import type { WorkSheet, WorkValue } from '../sheet/workbook';
import { sectionsOf, shown, type Phones } from './people';

/** Rolls are read for a few classes at a time, because those of a whole batch would be megabytes. */
const AT_ONCE = 8;
const SOURCE_WORDS: Record<MarkSource, string> = { self: '本人扫码', instructor: '老师点名', staff: '工会补签' };

/**
 * The sheets that a subsidy for skills training asks for: 花名册, 签到表, 培训日志. Identity numbers, marks and accounts
 * are empty columns, because the school fills them in and we never keep them. A lecture is no training.
 */
export async function hoursSheets(batch: Batch, phones: Phones, now: number): Promise<WorkSheet[]> {
  const sections = (await sectionsOf(batch)).filter(section => !isLecture(section));
  const sheets: { people: WorkValue[][]; signed: WorkValue[][]; log: WorkValue[][] } = {
    people: [],
    signed: [],
    log: [],
  };
  for (let begin = 0; begin < sections.length; begin += AT_ONCE) {
    const some = sections.slice(begin, begin + AT_ONCE);
    const taught = await Promise.all(some.map(section => taughtOf(section, batch, now)));
    const members = await membersOf(taught.flatMap(one => one.ids));
    for (const one of taught) {
      sheets.people.push(...peopleRows(one, members, phones));
      sheets.signed.push(...signedRows(one, members));
      sheets.log.push(...logRows(one));
    }
  }
  return [
    { name: '花名册', columns: PEOPLE, rows: sheets.people },
    { name: '签到表', columns: SIGNED, rows: sheets.signed },
    { name: '培训日志', columns: LOG, rows: sheets.log },
  ];
}

interface Taught {
  section: Section;
  hourMinutes: number;
  progress: ReturnType<typeof progressIn>;
  codes: ReadonlyMap<string, string>;
  lessons: { lesson: Lesson; roll: Roll }[];
  ids: string[];
}

async function taughtOf(section: Section, batch: Batch, now: number): Promise<Taught> {
  const sectionId = section._id;
  const [rolls, certificates] = await Promise.all([
    find('rolls', { sectionId }),
    find('certificates', { sectionId, revoked: _.exists(false) }),
  ]);
  const terms = batch.certificate ?? USUAL_TERMS;
  const byLesson = new Map(rolls.map(roll => [roll.lessonIndex, roll]));
  const lessons = section.lessons
    .map((lesson, index) => ({ lesson, roll: byLesson.get(index) ?? emptyRoll(section, index, lesson) }))
    .filter(({ lesson }) => takesPlace(section, lesson) && lesson.startsAt <= now)
    .sort((a, b) => a.lesson.startsAt - b.lesson.startsAt);
  const ids = new Set(
    lessons.flatMap(({ roll }) =>
      onRoll(section, roll)
        .filter(one => hasCome(one) || isExpected(one))
        .map(one => one.memberId),
    ),
  );
  return {
    section,
    hourMinutes: terms.hourMinutes,
    progress: progressIn(section, rolls, terms),
    codes: new Map(certificates.map(one => [one.memberId, one.code])),
    lessons,
    ids: [...ids],
  };
}

const PEOPLE: WorkSheet['columns'] = [
  { title: '班', kind: 'text', width: 20 },
  { title: '姓名', kind: 'text', width: 14 },
  { title: '手机号', kind: 'text', width: 16 },
  { title: '单位', kind: 'text', width: 30 },
  { title: '学时', kind: 'number', width: 8 },
  { title: '来了', kind: 'number', width: 8 },
  { title: '已确认的课次', kind: 'number', width: 14 },
  { title: '到课率（%）', kind: 'number', width: 12 },
  { title: '证书编号', kind: 'text', width: 18 },
  { title: '身份证号', kind: 'text', width: 22 },
  { title: '考核成绩', kind: 'text', width: 10 },
  { title: '银行卡', kind: 'text', width: 22 },
];

const peopleRows = (
  { section, progress, codes, ids }: Taught,
  members: Awaited<ReturnType<typeof membersOf>>,
  phones: Phones,
): WorkValue[][] =>
  ids.map(id => {
    const { name, phone, employer } = shown(members.get(id), phones);
    const { came, closed, hours } = progress.of(id);
    const rate = closed > 0 ? Math.floor((came / closed) * 100) : null;
    const code = codes.get(id);
    return [
      titleOf(section),
      name,
      phone,
      employer,
      hours,
      came,
      closed,
      rate,
      code ? spacedCode(code) : '',
      '',
      '',
      '',
    ];
  });

const SIGNED: WorkSheet['columns'] = [
  { title: '班', kind: 'text', width: 20 },
  { title: '日期', kind: 'text', width: 12 },
  { title: '姓名', kind: 'text', width: 14 },
  { title: '到课时间', kind: 'text', width: 12 },
  { title: '怎样记的', kind: 'text', width: 12 },
];

const signedRows = ({ section, lessons }: Taught, members: Awaited<ReturnType<typeof membersOf>>): WorkValue[][] =>
  lessons.flatMap(({ lesson, roll }) =>
    onRoll(section, roll)
      .filter(hasCome)
      .map(({ memberId, mark }) => [
        titleOf(section),
        dayText(lesson.startsAt),
        shown(members.get(memberId), 'masked').name,
        mark ? timeText(mark.at) : '',
        mark ? SOURCE_WORDS[mark.source] : '',
      ]),
  );

const LOG: WorkSheet['columns'] = [
  { title: '班', kind: 'text', width: 20 },
  { title: '日期', kind: 'text', width: 12 },
  { title: '时间', kind: 'text', width: 14 },
  { title: '学时', kind: 'number', width: 8 },
  { title: '主题', kind: 'text', width: 30 },
  { title: '讲师', kind: 'text', width: 20 },
  { title: '地点', kind: 'text', width: 24 },
  { title: '应到', kind: 'number', width: 8 },
  { title: '实到', kind: 'number', width: 8 },
];

const logRows = ({ section, lessons, hourMinutes }: Taught): WorkValue[][] =>
  lessons.map(({ lesson, roll }) => {
    const people = onRoll(section, roll);
    return [
      titleOf(section),
      dayText(lesson.startsAt),
      `${timeText(lesson.startsAt)}-${timeText(lesson.endsAt)}`,
      hoursOf(lesson.endsAt - lesson.startsAt, hourMinutes),
      lesson.topic ?? '',
      lesson.by ?? section.instructor,
      section.place,
      people.filter(isExpected).length,
      people.filter(hasCome).length,
    ];
  });
