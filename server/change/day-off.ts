import type { DayOffEffect } from '../../domain/api';
import { SECOND } from '../../domain/base/clock';
import { isRefused, refuse, type Refused } from '../../domain/base/refuse';
import { titleOf } from '../../domain/batch/title';
import {
  actOfLesson,
  dayOffWords,
  lessonsOff,
  stillToCallOff,
  type DayOff,
  type WhichDay,
} from '../../domain/change/day-off';
import type { RecordEntry } from '../../domain/model';
import { holderOf } from '../../domain/line/entry';
import { SHORT_NOTICE_MS } from '../../domain/lesson/roll-times';
import { sentenceOn } from '../../domain/record/said';
import { apart } from '../base/apart';
import { _, find, findEvery, read, readMany, updateWhere } from '../base/database';
import type { Run } from '../base/door';
import { act, doneBefore, type Act } from '../record/act';
import { changeSection } from './change-section';

/** How long one call goes on calling lessons off. */
const PATIENCE_MS = 8 * SECOND;
const FIELDS = ['_id', 'course', 'name', 'place', 'lessons', 'cancelledAt', 'line'] as const;

/**
 * Calls off a day. The day off is one act on the record. Each of its lessons is then an act of its own with an id that
 * follows from both, so a day off may be sent twice and may die anywhere.
 */
export const dayOff: Run<'change.dayOff'> = async ({ input, memberId: by, now }) => {
  const { actId, day, place, reason, dryRun } = input;
  if (!dryRun && !reason) return refuse('REASON_MISSING');
  const about: Act = { actId, content: { day, place }, act: 'change.dayOff', by, now, reason };
  const before = dryRun ? null : await doneBefore(about);
  if (!before) {
    const expected = await look({ day, place }, now);
    if (isRefused(expected) || dryRun) return expected;
    await begin(about, { day, place }, expected);
  }
  const [off, entry] = await Promise.all([read('daysOff', actId), read('record', actId)]);
  // Days off that were done long ago are no longer kept.
  const left = off ? await callOff(off, entry, now + PATIENCE_MS) : 0;
  return {
    done: true,
    left,
    summary: entry ? sentenceOn(entry) : '',
    told: off ? await toldBy(off) : 0,
    lessons: [],
    warnings: [],
  };
};

const liveSections = async () => {
  const live = await find('batches', { state: 'scheduled' });
  return findEvery('sections', { batchId: _.in(live.map(batch => batch._id)) }, FIELDS);
};

/** The effect that a day off would have. */
async function look(which: WhichDay, now: number): Promise<DayOffEffect | Refused<'NO_LESSONS_THAT_DAY'>> {
  const lessons = lessonsOff(await liveSections(), which, now);
  if (isRefused(lessons)) return lessons;
  const first = lessons[0]!.lesson.startsAt;
  const running = lessons.filter(({ lesson }) => lesson.startsAt <= now).length;
  return {
    done: false,
    left: lessons.length,
    summary: dayOffWords(first, which.place, lessons.length, now),
    told: new Set(lessons.flatMap(({ section }) => section.line.map(holderOf))).size,
    lessons: lessons.map(({ section, lesson, lessonIndex }) => ({
      sectionId: section._id,
      lessonIndex,
      title: titleOf(section),
      place: section.place,
      startsAt: lesson.startsAt,
      endsAt: lesson.endsAt,
      people: section.line.length,
    })),
    warnings: [
      ...(running > 0 ? [`${running} 次课已经开始，也会取消`] : []),
      ...(first - now < SHORT_NOTICE_MS ? ['离上课不到 24 小时，可能有人看不到通知，请再打电话'] : []),
    ],
  };
}

async function begin(about: Act, which: WhichDay, { lessons, summary }: DayOffEffect): Promise<void> {
  await act(about, async transaction => {
    await transaction.put('daysOff', {
      _id: about.actId,
      at: about.now,
      ...which,
      reason: about.reason ?? '',
      lessons: lessons.map(({ sectionId, lessonIndex }) => ({ sectionId, lessonIndex })),
      doneAt: null,
    });
    return { result: undefined, summary };
  });
}

/** Calls off what is left of a day off, until `end`. Returns how many lessons are left. */
async function callOff(off: DayOff, entry: RecordEntry | null, end: number): Promise<number> {
  if (off.doneAt !== null) return 0;
  const ids = [...new Set(off.lessons.map(one => one.sectionId))];
  const left = stillToCallOff(off, await readMany('sections', ids), Date.now());
  let undone = left.length;
  for (const { section, lessonIndex } of left) {
    if (Date.now() >= end) return undone;
    const lesson = { sectionId: section._id, lessonIndex };
    const about: Act = {
      actId: actOfLesson(off._id, lesson),
      content: lesson,
      act: 'change.cancelLesson',
      by: entry?.by ?? '',
      ...(entry ? { byName: entry.byName } : {}),
      now: Date.now(),
      reason: off.reason,
      partOf: off._id,
    };
    // A refusal says that somebody else was faster: the lesson or its class was called off meanwhile.
    const done = await apart(about.actId, () => changeSection(about, { kind: 'cancelLesson', ...lesson }, false));
    if (done !== undefined) undone -= 1;
  }
  if (undone === 0) await updateWhere('daysOff', { _id: off._id, doneAt: null }, { doneAt: Date.now() });
  return undone;
}

/** Everybody who was told by the acts of a day off, each counted once. */
async function toldBy(off: DayOff): Promise<number> {
  const outgoing = await readMany(
    'outbox',
    off.lessons.map(lesson => `${actOfLesson(off._id, lesson)}-0`),
  );
  return new Set(outgoing.flatMap(one => one.to.map(person => person.memberId))).size;
}

/** The timer goes on with days off whose author's phone went away. One operation if there are none. */
export async function goOnCallingOff(end: number): Promise<number> {
  const left = await find('daysOff', { doneAt: null }, { limit: 20 });
  for (const off of left) await apart(off._id, async () => callOff(off, await read('record', off._id), end));
  return left.length;
}
