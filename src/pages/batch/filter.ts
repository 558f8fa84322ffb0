import type { SectionCard, SectionCount } from '../../../domain/api';
import { timeText } from '../../../domain/base/clock';
import { isHeldAt, siteOf, type Hours } from '../../../domain/batch/find';
import type { Category, Lesson } from '../../../domain/model';
import { plainWords, wordsKey, written } from '../../../domain/base/written';
import { categoryOf } from '../../../domain/sheet/category';
import { isEvening, isWeekend } from '../../app/words';

/** What a person looks for among the sections of a batch. */
export interface Wanted {
  text: string;
  /** 还有名额, as counted when the filter was chosen. A row that fills up later stays where it is. */
  withSeats: ReadonlySet<string> | undefined;
  time: 'evening' | 'weekend' | undefined;
  /** Asked only in a batch of many classes. */
  hours: Hours;
  site: string | undefined;
  category: Category | undefined;
}

export const ANYTHING: Wanted = {
  text: '',
  withSeats: undefined,
  time: undefined,
  category: undefined,
  hours: {},
  site: undefined,
};

/** The sections that have a seat now, frozen for the filter. */
export const withSeatsNow = (sections: SectionCard[], counts: Record<string, SectionCount>): ReadonlySet<string> =>
  new Set(sections.map(one => one.sectionId).filter(id => (counts[id]?.seatsLeft ?? 1) > 0));

const WHEN: [RegExp, (lesson: Lesson) => boolean][] = [
  [/上午|早上/, one => timeText(one.startsAt) < '12:00'],
  [/中午/, one => timeText(one.startsAt) >= '11:00' && timeText(one.startsAt) < '14:00'],
  [/下午/, one => timeText(one.startsAt) >= '12:00' && !isEvening(one)],
  [/晚上|晚间|夜里|晚课/, isEvening],
  [/白天/, one => !isEvening(one)],
  [/周末|双休日?/, isWeekend],
];

/** 星期二 and 礼拜二 are 周二, as the sheet writes it. */
const asWritten = (text: string) => text.replace(/星期|礼拜/g, '周').replace(/周天/g, '周日');

/** Everything that a person might type: course, class, teacher, organisation, place, time, note. */
const words = (one: SectionCard) =>
  wordsKey([one.course, one.name, one.instructor, one.organisation, one.place, one.schedule, one.note].join(' '));

/** Always in the order of the catalog, because rows must never change places. */
export function filterSections(sections: SectionCard[], wanted: Wanted): SectionCard[] {
  const fitting = sections.filter(one => fits(one, wanted));
  const found = fitting.filter(one => says(one, wanted.text, exactly));
  // Somebody may look for 太极拳 where only 太极 is taught. Showing that is better than an empty page.
  return found.length > 0 ? found : fitting.filter(one => says(one, wanted.text, loosely));
}

/** Whether every word of the search is found. Words for a time of day are looked up in the lessons. */
function says(one: SectionCard, search: string, has: (one: SectionCard, part: string) => boolean): boolean {
  return plainWords(search)
    .split(' ')
    .every(word => {
      const times = WHEN.filter(([said]) => said.test(word));
      const rest = wordsKey(asWritten(times.reduce((left, [said]) => left.replace(said, ''), word))).replace(
        /^的|(?:的|课程?)$/g,
        '',
      );
      return times.every(([, test]) => one.lessons.some(test)) && (rest === '' || has(one, rest));
    });
}

const exactly = (one: SectionCard, part: string): boolean => words(one).includes(part);

/** The course's name is part of what was typed, or the course is of the kind that was meant. */
function loosely(one: SectionCard, part: string): boolean {
  const meant = categoryOf(part);
  return exactly(one, part) || part.includes(wordsKey(one.course)) || (meant !== 'other' && meant === one.category);
}

function fits(one: SectionCard, wanted: Wanted): boolean {
  if (wanted.withSeats && !wanted.withSeats.has(one.sectionId)) return false;
  if (wanted.category && one.category !== wanted.category) return false;
  if (wanted.time === 'evening' && !one.lessons.some(isEvening)) return false;
  if (wanted.time === 'weekend' && !one.lessons.some(isWeekend)) return false;
  return isHeldAt(one.lessons, wanted.hours) && (!wanted.site || siteOf(one.place) === wanted.site);
}

export const isFiltered = (wanted: Wanted): boolean =>
  written(wanted.text) !== '' || !!wanted.withSeats || !!wanted.time || !!wanted.category || saidOf(wanted).length > 0;

/** The words for what was chosen of day, hour and place. */
export const saidOf = ({ hours: { day, part }, site }: Wanted): string[] => [day, part, site].flatMap(one => one ?? []);
