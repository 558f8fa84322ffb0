import { dateText, isMidnight, timeText } from '../../../../domain/base/clock';
import type { BatchCard, SectionCard } from '../../../../domain/api';
import type { Category } from '../../../../domain/model';
import { phaseOf } from '../../../../domain/batch/phase';
import { known } from '../../../ui/motifs/motif';
import { shortSchedule } from '../../../app/words';

/** One course on the poster, with its classes. */
export interface CourseFacts {
  name: string;
  category: Category;
  /** Qualifier and hours of each class. */
  sections: { name: string; schedule: string }[];
  seats: number;
  /** The place, after the part that the poster itself names. Empty if it is not known, or not the same for all. */
  place: string;
}

/** What a poster says: words and numbers, before anything is drawn. */
export interface PosterFacts {
  union: string;
  title: string;
  /** When the batch opens or, once it has opened, until when it is open. */
  moment: { label: string; day: string; time: string };
  /** 6 个班, 260 个名额, … */
  sums: string[];
  audience: string;
  categories: Category[];
  courses: CourseFacts[];
  /** The house that all classes are in, or their one room; empty if they share none. */
  place: string;
}

/** Classes that were called off are left out. */
export function posterFacts(batch: BatchCard, all: SectionCard[], now: number): PosterFacts {
  const sections = all.filter(one => one.cancelledAt === null);
  const place = sharedBeginning(sections.map(one => one.place.trim()));
  const seats = sections.reduce((sum, one) => sum + one.capacity, 0);
  return {
    union: batch.union,
    title: batch.title,
    moment: momentOf(batch, now),
    sums: [
      `${sections.length} 个班`,
      `${seats} 个名额`,
      sections.some(one => one.waitlistLimit > 0) ? '满了可以候补' : '先到先得',
    ],
    audience: audienceOf(batch),
    categories: [...new Set(sections.map(one => known(one.category)))],
    courses: coursesOf(sections, place),
    place,
  };
}

function momentOf(batch: BatchCard, now: number): PosterFacts['moment'] {
  const upcoming = phaseOf(batch, now) === 'upcoming';
  if (upcoming) return { label: '开放报名', day: dateText(batch.opensAt, now), time: timeText(batch.opensAt) };
  const end = batch.closesAt;
  // An end at midnight is written as the end of the day before. If people read 12月21日 00:00, they come a day late.
  return isMidnight(end)
    ? { label: '报名截止', day: dateText(end - 1, now), time: '24:00' }
    : { label: '报名截止', day: dateText(end, now), time: timeText(end) };
}

function audienceOf({ audience }: BatchCard): string {
  const who = [
    audience.unionMembersOnly ? '工会会员' : '',
    ...(audience.employers ? [`${audience.employers.join('、')}职工`] : []),
    ...(audience.districts ? [audience.districts.join('、')] : []),
  ].filter(Boolean);
  return who.length ? `面向${who.join('，')}` : '';
}

const LEAST_SHARED = 3;

/** The beginning that all places share, without half of a room's number: 培训楼205茶艺室 and 培训楼203手工室 share 培训楼. */
function sharedBeginning(places: string[]): string {
  const [first = '', ...others] = places;
  if (others.every(one => one === first)) return first;
  let length = 0;
  while (length < first.length && others.every(one => one[length] === first[length])) length++;
  const shared = first.slice(0, length).replace(/[\dA-Za-z\s-]+$/, '');
  return shared.length < LEAST_SHARED ? '' : shared;
}

function coursesOf(sections: SectionCard[], placeOfAll: string): CourseFacts[] {
  const courses = new Map<string, SectionCard[]>();
  for (const section of sections) {
    const key = `${section.category} ${section.course}`;
    courses.set(key, [...(courses.get(key) ?? []), section]);
  }
  return [...courses.values()].map(some => {
    const places = [...new Set(some.map(one => one.place.trim()))];
    const first = some[0]!;
    return {
      name: first.course,
      category: known(first.category),
      sections: some.map(one => ({
        // A class that is the only one of its course needs no qualifier.
        name: some.length === 1 || one.name === one.course ? '' : one.name,
        schedule: shortSchedule(one.schedule),
      })),
      seats: some.reduce((sum, one) => sum + one.capacity, 0),
      place: places.length === 1 ? (places[0] ?? '').slice(placeOfAll.length).trim() : '',
    };
  });
}
