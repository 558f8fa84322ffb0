import { dateText, dayKey, HOUR, timeText } from '../base/clock';
import type { Change } from './change';
import type { Batch, Lesson, LineEntry, Section, Telling } from '../model';
import { instructorTaken, placeTaken } from './change-details';
import { holdersOf, telling, type ChangeView, type Effect, type Neighbour } from './change-effect';
import { lessonsOverlap, schedulesClash } from '../line/clash';
import { deadlinesOf } from '../line/deadlines';
import { addressOf, attendeeOf } from '../line/entry';
import { indexOf } from '../line/line';
import { heldLessons } from '../lesson/held-lessons';
import { isLecture } from '../lesson/lecture';
import { isRefused, refuse, type Refused } from '../base/refuse';
import { isMovedShortly, SHORT_NOTICE_MS } from '../lesson/roll-times';
import { kindWords } from '../batch/kind-words';
import { titleOf } from '../batch/title';

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;

const LONGEST_MS = 12 * HOUR;
/** For a lesson whose time was set shortly before it (`isMovedShortly`). */
const mayStayAway = (section: Section): string =>
  isLecture(section) ? '没来也不记缺课' : '来不了可以请假，到上课前为止；没来也不记缺课';

/** 3月9日 周二 19:00-20:30 */
export const lessonWords = ({ startsAt, endsAt }: Lesson): string =>
  `${dateText(startsAt)} ${timeText(startsAt)}-${timeText(endsAt)}`;

/** The roll belongs to the lesson, so who has checked in today would count as present on the new day. */
const CALLED_ALREADY = '已经有人签到，只能改到当天；要换日子，请取消这一次，再加一次';

export function moveLesson(
  view: ChangeView,
  { lessonIndex, startsAt, endsAt }: Of<'moveLesson'>,
): Effect | Refused<'LESSON_NOT_FOUND' | 'LESSON_OVER' | 'LESSON_TIME_WRONG' | 'NOTHING_CHANGES'> {
  const { now, section, neighbours } = view;
  const lesson = lessonToCome(section, lessonIndex, now);
  if (isRefused(lesson)) return lesson;
  if (lesson.startsAt === startsAt && lesson.endsAt === endsAt) return refuse('NOTHING_CHANGES');
  const moved = { ...lesson, startsAt, endsAt, movedAt: now };
  if (view.isCalled && dayKey(startsAt) !== dayKey(lesson.startsAt))
    return refuse('LESSON_TIME_WRONG', { text: CALLED_ALREADY });
  const wrong = wrongTime(moved, section, lessonIndex, now);
  if (wrong) return refuse('LESSON_TIME_WRONG', { text: wrong });

  const lessons = section.lessons.map((other, index) => (index === lessonIndex ? moved : other));
  const clashes = clashesOf(section, lessons, neighbours);
  const text = `${kindWords(section).lesson(lessonIndex)}由 ${lessonWords(lesson)} 改到 ${lessonWords(moved)}`;
  const both = bothAt(section, moved, neighbours);
  const told = isMovedShortly(moved) ? `${text}。${mayStayAway(section)}` : text;
  return {
    summary: text,
    before: lessonWords(lesson),
    after: lessonWords(moved),
    ...written(view, lessons, clashes),
    tell: wordsFor(section, told, both).flatMap(one =>
      telling(section, 'LESSON_MOVED', one.to, {
        text: one.text,
        push: 'changed',
        lessonAt: Math.min(startsAt, lesson.startsAt >= now ? lesson.startsAt : startsAt),
      }),
    ),
    ...clashWith(both),
    warnings: [
      ...bothWarning(both),
      ...taken(section, moved, neighbours),
      ...shortNotice(section, Math.min(lesson.startsAt, startsAt), now),
    ],
  };
}

/** A class can have this many lessons, called-off ones included, because `lessonIndex` is bounded. */
const MOST_LESSONS = 400;

/**
 * Adds a lesson, for one that was called off. It gets the next index, so that an index names a lesson for good, wherever
 * the lesson is in time.
 */
export function addLesson(
  view: ChangeView,
  { startsAt, endsAt }: Of<'addLesson'>,
): Effect | Refused<'LESSON_TIME_WRONG' | 'TOO_MANY_LESSONS'> {
  const { now, section, neighbours } = view;
  if (section.lessons.length >= MOST_LESSONS) return refuse('TOO_MANY_LESSONS');
  if (isLecture(section) && heldLessons(section.lessons).length > 0)
    return refuse('LESSON_TIME_WRONG', { text: '讲座只有一次，先取消原来那一次才能加' });
  const added = { startsAt, endsAt, movedAt: now };
  const wrong = wrongTime(added, section, section.lessons.length, now);
  if (wrong) return refuse('LESSON_TIME_WRONG', { text: wrong });

  const lessons = [...section.lessons, added];
  const both = bothAt(section, added, neighbours);
  const text = `${isLecture(section) ? '加一场' : '加一次课'}：${lessonWords(added)}`;
  return {
    summary: text,
    after: lessonWords(added),
    ...written(view, lessons, clashesOf(section, lessons, neighbours)),
    tell: wordsFor(section, isMovedShortly(added) ? `${text}。${mayStayAway(section)}` : text, both).flatMap(one =>
      telling(section, 'LESSON_ADDED', one.to, { text: one.text, push: 'changed', lessonAt: startsAt }),
    ),
    ...clashWith(both),
    warnings: [...bothWarning(both), ...taken(section, added, neighbours), ...shortNotice(section, startsAt, now)],
  };
}

export function cancelLesson(
  view: ChangeView,
  { lessonIndex }: Of<'cancelLesson'>,
  reason = '',
): Effect | Refused<'LESSON_NOT_FOUND' | 'LESSON_OVER'> {
  const { now, section, neighbours } = view;
  const lesson = lessonToCome(section, lessonIndex, now);
  if (isRefused(lesson)) return lesson;
  const lessons = section.lessons.map((other, index) =>
    index === lessonIndex ? { ...other, cancelled: true as const, ...(reason ? { reason } : {}) } : other,
  );
  const left = lessons.filter(other => !isOver(other, now)).length;
  const text = `取消${kindWords(section).lesson(lessonIndex)}（${lessonWords(lesson)}）`;
  return {
    summary: text,
    before: lessonWords(lesson),
    after: '已取消',
    ...written(view, lessons, clashesOf(section, lessons, neighbours)),
    tell: telling(section, 'LESSON_CANCELLED', holdersOf(section.line), {
      text: `${kindWords(section).lesson(lessonIndex)}（${lessonWords(lesson)}）取消${reason ? `，原因：${reason}` : ''}`,
      push: 'changed',
      lessonAt: lesson.startsAt,
    }),
    affected: [],
    warnings: [...(left === 0 ? [nothingLeft(section)] : []), ...shortNotice(section, lesson.startsAt, now)],
  };
}

export function lessonToCome(
  section: Section,
  index: number,
  now: number,
): Lesson | Refused<'LESSON_NOT_FOUND' | 'LESSON_OVER'> {
  const lesson = section.lessons[index];
  if (!lesson) return refuse('LESSON_NOT_FOUND');
  return isOver(lesson, now) ? refuse('LESSON_OVER') : lesson;
}

const isOver = (lesson: Lesson, now: number) => lesson.cancelled === true || lesson.endsAt <= now;

export const shortNotice = (section: Section, startsAt: number, now: number) =>
  startsAt - now < SHORT_NOTICE_MS
    ? [`离${kindWords(section).begins}不到 24 小时，可能有人看不到通知，请再打电话`]
    : [];

const nothingLeft = (section: Section): string =>
  isLecture(section)
    ? '这场讲座没有别的场次了；不办了请取消整场讲座，名额才会退还给大家'
    : '这个班后面没有课了；要停办请取消整个班，名额才会退还给大家';

function wrongTime(moved: Lesson, section: Section, index: number, now: number): string | undefined {
  if (moved.startsAt >= moved.endsAt) return '结束时间要晚于开始时间';
  if (moved.endsAt - moved.startsAt > LONGEST_MS) return `${kindWords(section).one}不能超过 12 小时`;
  if (moved.startsAt <= now) return '只能改到以后的时间';
  const other = section.lessons.findIndex(
    (lesson, at) => at !== index && !lesson.cancelled && lessonsOverlap(lesson, moved),
  );
  return other < 0 ? undefined : `和这个班的第 ${other + 1} 次课重叠`;
}

/** Other classes that begin to clash with these lessons, and those that no longer do. */
function clashesOf(section: Section, lessons: readonly Lesson[], neighbours: readonly Neighbour[]) {
  const clashIds = neighbours
    .filter(other => other.cancelledAt === undefined && schedulesClash(lessons, other.lessons))
    .map(other => other._id);
  return {
    clashIds,
    begin: clashIds.filter(id => !section.clashIds.includes(id)),
    end: section.clashIds.filter(id => !clashIds.includes(id)),
  };
}

function written(
  { now, batch, section, neighbours }: ChangeView,
  lessons: Lesson[],
  { clashIds, begin, end }: ReturnType<typeof clashesOf>,
): Pick<Effect, 'section' | 'batch' | 'clashes'> {
  return {
    section: { lessons, clashIds, movedAt: now, ...deadlines(batch, section, lessons) },
    batch: lessonSpan(batch, [{ ...section, lessons }, ...neighbours]),
    clashes: { begin, end },
  };
}

/**
 * Moves the deadlines with the first lesson. If the first lesson comes earlier, nobody loses time to give a seat back:
 * the old deadline stays, but not beyond that lesson. If every lesson was called off before, as that of a lecture that
 * is given once more, the deadlines are those of a class that begins then.
 */
function deadlines({ terms }: Batch, section: Section, lessons: readonly Lesson[]): Partial<Section> {
  const [before] = heldLessons(section.lessons);
  const [after] = heldLessons(lessons);
  if (!after || before?.startsAt === after.startsAt) return {};
  const { dropUntil: until, freezeAt } = section;
  const anew = deadlinesOf(terms, section, after.startsAt);
  const shift = before && after.startsAt - before.startsAt;
  const dropUntil = Math.max(shift === undefined ? anew.dropUntil : until + shift, Math.min(until, after.startsAt));
  if (freezeAt === undefined) return { dropUntil };
  return { dropUntil, freezeAt: Math.max(shift === undefined ? anew.freezeAt : freezeAt + shift, dropUntil) };
}

/** The span of the batch from its first lesson to its last; nothing to write if no lesson is left. */
export function lessonSpan(
  batch: Batch,
  sections: readonly Pick<Section, 'batchId' | 'lessons' | 'cancelledAt'>[],
): Pick<Batch, 'firstLessonAt' | 'lastLessonAt'> | object {
  const starts = sections
    .filter(section => section.batchId === batch._id && section.cancelledAt === undefined)
    .flatMap(section => heldLessons(section.lessons))
    .map(lesson => lesson.startsAt);
  return starts.length === 0 ? {} : { firstLessonAt: Math.min(...starts), lastLessonAt: Math.max(...starts) };
}

/** People of this line who also stand in another line, of a class with a lesson at the same time as this one. */
function bothAt(section: Section, moved: Lesson, neighbours: readonly Neighbour[]) {
  return neighbours
    .filter(
      other => other.cancelledAt === undefined && heldLessons(other.lessons).some(one => lessonsOverlap(moved, one)),
    )
    .flatMap(other =>
      section.line
        .filter(entry => indexOf(other, attendeeOf(entry), attendeeOf) >= 0)
        .map(entry => ({ entry, title: titleOf(other) })),
    );
}

type Both = ReturnType<typeof bothAt>;

const clashWith = (both: Both): Pick<Effect, 'affected'> => ({
  affected: both.map(({ entry, title }) => ({ memberId: attendeeOf(entry), text: `会和${title}撞时间` })),
});

const bothWarning = (both: Both): string[] =>
  both.length > 0 ? [`${new Set(both.map(one => one.entry)).size} 人会和自己的另一个班撞时间`] : [];

const taken = ({ instructor, place }: Section, lesson: Lesson, neighbours: readonly Neighbour[]): string[] => [
  ...instructorTaken(lesson.by ?? instructor, [lesson], neighbours),
  ...placeTaken(place, [lesson], neighbours),
];

/** An act sends at most three tellings: one to two groups with a class by name each, one to the others. */
const MOST_NAMED = 2;

/**
 * The words for each group of people. If the lesson now overlaps with another class of theirs, the words name that
 * class.
 */
function wordsFor(section: Section, text: string, both: readonly { entry: LineEntry; title: string }[]) {
  const titles = new Map<string, string>();
  for (const { entry, title } of both) {
    const attendee = attendeeOf(entry);
    const before = titles.get(attendee);
    titles.set(attendee, before === undefined ? title : `${before}、${title}`);
  }
  const isNamed = new Set(titles.values()).size <= MOST_NAMED;
  const groups = new Map<string, Telling['to']>();
  for (const entry of section.line) {
    const title = titles.get(attendeeOf(entry));
    const which = isNamed ? title : '另一个班';
    const said = title
      ? `${text}。${kindWords(section).one}和您报的${which}撞时间了，两边的位置都还在，请选一边${isLecture(section) ? '退掉' : '请假或退课'}`
      : text;
    groups.set(said, [...(groups.get(said) ?? []), addressOf(entry)]);
  }
  return [...groups].map(([said, to]) => ({ text: said, to }));
}
