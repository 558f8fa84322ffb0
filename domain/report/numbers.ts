import { dayKey } from '../base/clock';
import { wordsKey } from '../base/written';
import { titleOf } from '../batch/title';
import { namesIn } from '../people/names';
import { nameKey } from '../people/person-name';
import { headsIn, isGone } from './head';
import { monthsOf, type Instants, type Span } from './span';
import type { BatchSum, LessonSum, SectionSum } from './sum';

/** The share of 4 and 5 stars, from 0 to 1, and on how many sheets it rests. `rest` of them are of small classes. */
export interface Satisfied {
  share: number;
  people: number;
  rest: number;
}

/** The numbers of some lessons. */
export interface Totals {
  sections: number;
  lessons: number;
  seats: number;
  people: number;
  visits: number;
  /** Minutes of the lessons times the people in them. */
  minutes: number;
  /** Visits to lectures without a seat, `heads` among them. Absent in reports that were signed without this number. */
  onTheDay?: number;
  /** People at lectures who were counted by hand. They are in no other number. */
  heads?: number;
  /** 到课率, from 0 to 1; `null` if nobody was expected. */
  rate: number | null;
}

export interface Group extends Totals {
  name: string;
  satisfied: Satisfied | null;
}

/** A class. It has the names that it had when its sum was made. */
export interface SectionRow extends Omit<Totals, 'sections'> {
  batchId: string;
  batch: string;
  course: string;
  title: string;
  organisation: string;
  instructor: string;
  satisfied: Satisfied | null;
}

export interface MonthRow {
  /** `2027-03` */
  month: string;
  lessons: number;
  people: number;
  visits: number;
  minutes: number;
  onTheDay?: number;
}

export interface WishNumbers {
  proposed: number;
  answered: number;
  taken: number;
  opened: number;
}

/** The numbers of a span. `definitions.ts` defines each of them. */
export interface Numbers extends Totals {
  batches: number;
  courses: number;
  /** Of `people`: those who are gone, each counted once a class. */
  gone: number;
  newcomers: number;
  employers: number;
  /** Employers with at least five people who came, most first. */
  employersNamed: { name: string; people: number }[];
  satisfied: Satisfied | null;
  turnedAway: number;
  turnedAwayAtLeast: boolean;
  wishes: WishNumbers;
  organisations: number;
  instructors: number;
  /** Lessons that are over and not closed. They are in none of these numbers. */
  openLessons: number;
  byCourse: Group[];
  bySection: SectionRow[];
  byOrganisation: Group[];
  byMonth: MonthRow[];
}

/** Employers with fewer people are only counted. */
const NAMED_FROM = 5;

export interface Facts {
  span: Span;
  instants: Instants;
  /** The sums of every batch that may have had a lesson in the span or before it. */
  sums: readonly BatchSum[];
  batches: ReadonlyMap<string, { title: string; opensAt: number }>;
  wishes: WishNumbers;
  openLessons: number;
  satisfaction: Satisfaction;
}

/** Satisfaction in the span: of everything, of one class, course or organisation. */
export interface Satisfaction {
  all: Satisfied | null;
  ofSection: (sectionId: string) => Satisfied | null;
  ofCourse: (course: string) => Satisfied | null;
  ofOrganisation: (organisation: string) => Satisfied | null;
}

/** The lessons of one class that lie in the span. */
interface Part {
  batchId: string;
  sectionId: string;
  sum: SectionSum;
  heads: string[];
  lessons: LessonSum[];
}

/** Adds the sums of batches up to the numbers of a span. A span without a lesson is zeros. */
export function numbersOf(facts: Facts): Numbers {
  const { span, instants, sums, satisfaction } = facts;
  const parts = partsOf(sums, lesson => lesson.startsAt >= instants.from && lesson.startsAt < instants.until);
  const before = new Set(partsOf(sums, lesson => lesson.startsAt < instants.from).flatMap(namedOf));
  const named = new Set(parts.flatMap(namedOf));
  const away = turnedAwayIn(facts);
  const employers = employersOf(parts);
  return {
    ...totalsOf(parts),
    batches: distinct(parts.map(part => part.batchId)),
    courses: distinct(parts.map(part => wordsKey(part.sum.course))),
    gone: goneIn(parts),
    newcomers: [...named].filter(head => !before.has(head)).length,
    employers: employers.length,
    employersNamed: employers.filter(one => one.people >= NAMED_FROM).sort((a, b) => b.people - a.people),
    satisfied: satisfaction.all,
    turnedAway: away.people.size,
    turnedAwayAtLeast: away.atLeast,
    wishes: facts.wishes,
    organisations: distinct(parts.flatMap(part => wordsKey(part.sum.organisation) || [])),
    instructors: distinct(parts.flatMap(part => namesIn(part.sum.instructor).map(nameKey))),
    openLessons: facts.openLessons,
    byCourse: groupsOf(parts, part => part.sum.course, satisfaction.ofCourse),
    bySection: sectionRows(parts, facts),
    byOrganisation: groupsOf(parts, part => part.sum.organisation, satisfaction.ofOrganisation),
    byMonth: monthRows(parts, span),
  };
}

/** The classes with the lessons that are meant, and only those. A class without one is left out. */
function partsOf(sums: readonly BatchSum[], isMeant: (lesson: LessonSum) => boolean): Part[] {
  return sums.flatMap(({ _id: batchId, sections }) =>
    Object.entries(sections).flatMap(([sectionId, sum]) => {
      const lessons = sum.lessons.filter(isMeant);
      return lessons.length > 0 ? [{ batchId, sectionId, sum, heads: headsIn(sum.people), lessons }] : [];
    }),
  );
}

/** The places of everybody who came to one of the lessons. */
const placesOf = ({ lessons }: Part): Set<number> => new Set(lessons.flatMap(lesson => lesson.came));

const headsOf = (part: Part): string[] => [...placesOf(part)].flatMap(place => part.heads[place] ?? []);
const namedOf = (part: Part): string[] => headsOf(part).filter(head => !isGone(head));
const goneIn = (parts: readonly Part[]): number => sum(parts, part => headsOf(part).filter(isGone).length);

/** A person counts once, in however many classes. Somebody who is gone counts once in each. */
const peopleOf = (parts: readonly Part[]): number => distinct(parts.flatMap(namedOf)) + goneIn(parts);

function totalsOf(parts: readonly Part[]): Totals {
  const lessons = parts.flatMap(part => part.lessons);
  const present = sum(lessons, lesson => lesson.present);
  const expected = present + sum(lessons, lesson => lesson.absent);
  return {
    sections: parts.length,
    lessons: lessons.length,
    seats: sum(parts, part => part.sum.seats),
    people: peopleOf(parts),
    visits: sum(lessons, lesson => lesson.came.length),
    minutes: sum(lessons, lesson => lesson.minutes * lesson.came.length),
    onTheDay: sum(lessons, ({ walkedIn = 0, heads = 0 }) => walkedIn + heads),
    heads: sum(lessons, ({ heads = 0 }) => heads),
    rate: expected === 0 ? null : present / expected,
  };
}

function employersOf(parts: readonly Part[]): { name: string; people: number }[] {
  const all = new Map<string, { name: string; named: Set<string>; gone: number }>();
  for (const part of parts) {
    const places = placesOf(part);
    for (const { name, heads, gone } of part.sum.employers) {
      const here = heads.filter(place => places.has(place)).flatMap(place => part.heads[place] ?? []);
      if (here.length === 0 && gone === 0) continue;
      const employer = all.get(wordsKey(name)) ?? { name, named: new Set<string>(), gone: 0 };
      for (const head of here) employer.named.add(head);
      all.set(wordsKey(name), { ...employer, gone: employer.gone + gone });
    }
  }
  return [...all.values()].map(({ name, named, gone }) => ({ name, people: named.size + gone }));
}

function turnedAwayIn({ sums, batches, instants }: Facts): { people: Set<string>; atLeast: boolean } {
  const released = sums.filter(({ _id }) => {
    const opensAt = batches.get(_id)?.opensAt ?? -Infinity;
    return opensAt >= instants.from && opensAt < instants.until;
  });
  return {
    people: new Set(released.flatMap(({ away }) => headsIn(away?.people ?? ''))),
    atLeast: released.some(({ away }) => away?.atLeast ?? false),
  };
}

function groupsOf(
  parts: readonly Part[],
  nameOf: (part: Part) => string,
  satisfied: (name: string) => Satisfied | null,
): Group[] {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const key = wordsKey(nameOf(part));
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  return [...groups.values()]
    .map(those => {
      const name = those[0] ? nameOf(those[0]) : '';
      return { name: name || '没有写', ...totalsOf(those), satisfied: satisfied(name) };
    })
    .sort((a, b) => b.visits - a.visits);
}

function sectionRows(parts: readonly Part[], { batches, satisfaction }: Facts): SectionRow[] {
  return parts.map(part => {
    const { sections: _one, ...totals } = totalsOf([part]);
    const { course, organisation, instructor } = part.sum;
    return {
      batchId: part.batchId,
      batch: batches.get(part.batchId)?.title ?? '',
      course,
      title: titleOf(part.sum),
      organisation,
      instructor,
      ...totals,
      satisfied: satisfaction.ofSection(part.sectionId),
    };
  });
}

function monthRows(parts: readonly Part[], span: Span): MonthRow[] {
  return monthsOf(span).map(month => {
    const those = parts.flatMap(part => {
      const lessons = part.lessons.filter(lesson => dayKey(lesson.startsAt).startsWith(month));
      return lessons.length > 0 ? [{ ...part, lessons }] : [];
    });
    const { lessons, people, visits, minutes, onTheDay = 0 } = totalsOf(those);
    return { month, lessons, people, visits, minutes, onTheDay };
  });
}

const sum = <T>(some: readonly T[], of: (one: T) => number): number => some.reduce((all, one) => all + of(one), 0);
const distinct = (some: readonly string[]): number => new Set(some).size;
