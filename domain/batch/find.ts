import { DAY, EVENING, HOUR, MINUTE } from '../base/clock';
import type { Lesson } from '../model';

/** Finding a class among many, by the day and hour of its lessons and by where it is. */

/** In a batch of more classes than this, people need more than a search. */
export const MANY_SECTIONS = 20;

export const DAYS = ['工作日', '周末', '周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
export const PARTS = ['上午', '下午', '晚上'] as const;

/** A time of the week; what is absent may be any. */
export interface Hours {
  day?: (typeof DAYS)[number] | undefined;
  part?: (typeof PARTS)[number] | undefined;
}

const [hour, minute] = EVENING.split(':').map(Number) as [number, number];
const EVENING_MS = hour * HOUR + minute * MINUTE;

/** True if one lesson that takes place is on that day and in that part of it. */
export const isHeldAt = (lessons: readonly Lesson[], { day, part }: Hours): boolean =>
  lessons.some(({ startsAt, cancelled }) => {
    // Reckoned by hand, because it is asked of some thousand lessons at once, on any phone.
    const local = startsAt + 8 * HOUR;
    const weekday = (Math.floor(local / DAY) + 3) % 7;
    const inDay = local % DAY;
    return (
      !cancelled &&
      (!day || [weekday + 2, weekday < 5 ? 0 : 1].includes(DAYS.indexOf(day))) &&
      (!part || PARTS.indexOf(part) === (inDay < 12 * HOUR ? 0 : inDay < EVENING_MS ? 1 : 2))
    );
  });

const DISTRICT = /^(?:.{2,3}[区县市])?([\p{Script=Han}]{2,5}?(?:街道|镇|乡))/u;
const BUILDING = /^.+?(?:中心|社区|校区|园区|广场|公园|大学|学校|大厦|基地|[馆楼宫院园站场厦校])/;

/** The part of a place that several classes share: its 镇街, or else the building without the room. */
export const siteOf = (place: string): string =>
  DISTRICT.exec(place)?.[1] ?? (BUILDING.exec(place) ?? /^[^\d\s]+/.exec(place))?.[0] ?? place;
