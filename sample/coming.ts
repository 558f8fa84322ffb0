import { DAY, dayKey, instantOf } from '../domain/base/clock';
import type { Category } from '../domain/model';
import { titleOf, type BatchPlan, type SectionPlan } from './batch';
import { readSheet, type SheetRow } from './sheet';

const CATEGORY: Record<string, Category> = {
  合唱: 'choir',
  茶艺: 'tea',
  古琴: 'guqin',
  剪纸: 'papercut',
  葫芦丝: 'hulusi',
};
const WEEK = 7 * DAY;
/** Lessons begin at least this long after the release. */
const LEAD = 14 * DAY;

/** 永川's first batch, from its sheet, opening at `opensAt`. */
export function comingBatch(opensAt: number): BatchPlan {
  const rows = readSheet();
  const firstAt = Math.min(...rows.map(row => dayOf(row)));
  // Moved by whole weeks, so that every lesson stays on its weekday.
  const shift = Math.max(0, Math.ceil((opensAt + LEAD - firstAt) / WEEK)) * WEEK;
  return {
    id: 'yc-spring-1',
    title: titleOf(dayKey(firstAt + shift), '一'),
    opensAt,
    closesAt: opensAt + 7 * DAY,
    limit: 2,
    audience: { unionMembersOnly: true },
    dropBeforeLesson: 0,
    sections: rows.map(row => sectionOf(row, shift)),
  };
}

function sectionOf(row: SheetRow, shift: number): SectionPlan {
  return {
    course: row.课程名称,
    category: CATEGORY[row.课程名称] ?? 'other',
    name: row.班次,
    instructor: row.讲师,
    organisation: row.承办单位,
    place: row.上课地点,
    capacity: Number(row.名额),
    waitlistLimit: Number(row.候补名额),
    firstDay: dayKey(dayOf(row) + shift),
    schedule: row.上课时间,
    lessonCount: Number(row.课次),
    audienceText: row.报名对象,
    ...(row.自带 ? { bring: row.自带 } : {}),
    ...(row.场地容量 ? { roomCapacity: Number(row.场地容量) } : {}),
    topics: row.每次课的主题,
    note: row.备注,
  };
}

function dayOf(row: SheetRow): number {
  const day = instantOf(row.开课日期, '00:00');
  if (day === undefined) throw new Error(`${row.课程名称}${row.班次}: ${row.开课日期} is no date`);
  return day;
}
