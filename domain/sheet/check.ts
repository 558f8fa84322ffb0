import { crowding } from '../batch/crowding';
import { dateText, timeText } from '../base/clock';
import type { Lesson, OfferedSection } from '../model';
import { lessonsOverlap, schedulesClash } from '../line/clash';
import { heldLessons } from '../lesson/held-lessons';
import { namesIn } from '../people/names';
import { nameKey } from '../people/person-name';
import { wordsKey } from '../base/written';
import type { SheetField } from './field';
import type { DayKey } from './grid';
import { dayTest } from './lessons';
import { plain } from './words';

export interface DraftIssue {
  /** The index of the draft. `otherIndex` is the other draft that the issue is about, if any. */
  index: number;
  otherIndex?: number;
  field: SheetField;
  /** An error must be corrected before anything is stored. A warning only needs a look. */
  severity: 'error' | 'warning';
  /** A sentence without the draft's own name. */
  text: string;
}

/** Texts that stand for nobody or no place yet. */
const OPEN = /^(?:地点|地址|教室|场地|场所)?(?:待定|另定|未定|暂定|待安排|待确定|另行通知|待通知|-+|\/|无|n\/a|tbd)?$/i;
/** Places that any number of classes can use at the same time. */
const ONLINE =
  /^(?:线上|网上|网络|在线|云课堂|腾讯会议|钉钉|腾讯课堂|微信群|直播间?)(?:授课|教学|上课|直播|课程|课堂|会议)?(?:\([^()\d]*\))?$/;

/**
 * Problems between drafts that are right one by one. Errors: the same course and 班次 twice, or one instructor or one
 * room in two sections at a time (reported at the later of the two), or far more seats than the room holds. Warnings:
 * more seats than the room holds, a lesson on a holiday, or a place without a room.
 *
 * @param nameOf the name of a draft in a sentence about another one; `第 8 行` in a sheet
 */
export function checkDrafts(
  drafts: readonly OfferedSection[],
  holidays: readonly DayKey[],
  nameOf = (draft: OfferedSection, _index: number): string => `${draft.course}${draft.name}`,
): DraftIssue[] {
  const issues: DraftIssue[] = [];
  const isOff = dayTest(holidays);
  const compared = drafts.map(draft => ({
    draft,
    title: `${wordsKey(draft.course)} ${wordsKey(draft.name)}`,
    people: peopleIn(draft.instructor),
    place: placeKey(draft.place),
  }));
  compared.forEach((mine, index) => {
    const { draft } = mine;
    const holiday = draft.lessons.find(lesson => isOff(lesson.startsAt));
    if (holiday)
      issues.push({
        index,
        field: 'schedule',
        severity: 'warning',
        text: `${dateText(holiday.startsAt)}是法定节假日，请核对要不要上课`,
      });
    if (draft.place !== '' && !ONLINE.test(plain(draft.place)) && !/\d|[室厅房场堂]|号/.test(draft.place))
      issues.push({ index, field: 'place', severity: 'warning', text: `没有写到哪一间教室，学员会找不到` });

    const crowded = crowding(draft);
    if (crowded)
      issues.push({
        index,
        field: 'capacity',
        severity: crowded.refused ? 'error' : 'warning',
        text: crowded.text,
      });

    // Only one sentence per cell. After that is mended, the next one shows.
    const told = new Set<SheetField>();
    const about = (field: SheetField, otherIndex: number, text: string) => {
      told.add(field);
      issues.push({ index, otherIndex, field, severity: 'error', text });
    };
    for (const [otherIndex, theirs] of compared.slice(0, index).entries()) {
      if (told.size === 3) break;
      const called = nameOf(theirs.draft, otherIndex);
      if (!told.has('name') && mine.title === theirs.title)
        about('name', otherIndex, `和${called}同名，请改班次，例如 二班`);
      const instructor = told.has('instructor')
        ? undefined
        : mine.people.find(({ key }) => theirs.people.some(other => other.key === key))?.name;
      const place = !told.has('place') && mine.place !== '' && mine.place === theirs.place;
      if (instructor === undefined && !place) continue;
      const lesson = firstOverlap(draft.lessons, theirs.draft.lessons);
      if (!lesson) continue;
      const when = `${dateText(lesson.startsAt)} ${timeText(lesson.startsAt)}`;
      if (instructor !== undefined)
        about('instructor', otherIndex, `${instructor}老师在 ${when} 同时在${called}上课，请改时间或换老师`);
      if (place) about('place', otherIndex, `${draft.place}在 ${when} 已经排给${called}，请改时间或换教室`);
    }
  });
  return issues;
}

/** A key that is equal for two names of the same room; empty if no place is given yet. */
export const placeKey = (place: string): string =>
  OPEN.test(plain(place)) || ONLINE.test(plain(place))
    ? ''
    : wordsKey(place)
        .replace(/[〇零一二三四五六七八九]{3,4}(?=教?室|$)/g, digits =>
          [...digits].map(digit => '〇一二三四五六七八九'.indexOf(digit === '零' ? '〇' : digit)).join(''),
        )
        // 301, 301室 and （301教室） are the same room.
        .replace(/[(),、]/g, '')
        .replace(/(\d)(?:教室|课室|室|房间?)/g, '$1');

/** The people in a cell. 教师1 is no name, but in two classes it means the same person. */
export function peopleIn(cell: string): { name: string; key: string }[] {
  const names = namesIn(cell).map(name => ({ name, key: nameKey(name) }));
  return names.length > 0 || !/\d/.test(cell) ? names : [{ name: cell, key: wordsKey(cell) }];
}

/** The first held lesson of `a` during which `b` has one. Both are sorted by start. */
export function firstOverlap(a: readonly Lesson[], b: readonly Lesson[]): Lesson | undefined {
  if (!schedulesClash(a, b)) return undefined;
  const held = heldLessons(b);
  return heldLessons(a).find(lesson => held.some(other => lessonsOverlap(lesson, other)));
}
