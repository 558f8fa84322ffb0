import type { SectionCard, SectionCount } from '../../../domain/contract';
import type { Category } from '../../../domain/model';
import { isEvening, isWeekend } from '../../words';

/** What a person looks for among the sections of a batch. */
export interface Wanted {
  text: string;
  /** 还有名额, as counted when the filter was chosen: a row that fills up stays where it is. */
  withSeats: ReadonlySet<string> | undefined;
  time: 'evening' | 'weekend' | undefined;
  category: Category | undefined;
}

export const ANYTHING: Wanted = { text: '', withSeats: undefined, time: undefined, category: undefined };

/** The sections that have a seat now, frozen for the filter. */
export const withSeatsNow = (sections: SectionCard[], counts: Record<string, SectionCount>): ReadonlySet<string> =>
  new Set(sections.map(one => one.sectionId).filter(id => (counts[id]?.seatsLeft ?? 1) > 0));

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** Everything a person might type: course, class, teacher, organisation, place, time, note. */
const words = (one: SectionCard) =>
  plain([one.course, one.name, one.instructor, one.organisation, one.place, one.schedule, one.note].join(' '));

/** In the order of the catalog, always: rows never change places. */
export function filterSections(sections: SectionCard[], wanted: Wanted): SectionCard[] {
  const parts = wanted.text.split(/\s+/).map(plain).filter(Boolean);
  return sections.filter(one => {
    if (wanted.withSeats && !wanted.withSeats.has(one.sectionId)) return false;
    if (wanted.category && one.category !== wanted.category) return false;
    if (wanted.time === 'evening' && !one.lessons.some(isEvening)) return false;
    if (wanted.time === 'weekend' && !one.lessons.some(isWeekend)) return false;
    const said = words(one);
    return parts.every(part => said.includes(part));
  });
}

export const isFiltered = (wanted: Wanted): boolean =>
  wanted.text.trim() !== '' || !!wanted.withSeats || !!wanted.time || !!wanted.category;
