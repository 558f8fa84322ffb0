import { EVENING, weekdayText, timeText } from '../base/clock';
import type { Batch, Section, Tally } from '../model';
import { keyOf } from './entry';
import { lastSeat, seated as seatedOf, seatedIn, waitingIn } from './line';
import { collectedAt, isPending, shortId, sumOf } from './tally';
import { titleOf } from '../batch/title';

/** Answers of one second after the opening, by code. SEATED and WAITING are codes of their own here. */
export interface AnsweredSecond {
  /** Whole seconds since the opening; negative before. */
  second: number;
  answers: Record<string, number>;
}

export interface SectionDemand {
  sectionId: string;
  title: string;
  /** 周三 晚上, because suggestions are made by hour too. */
  when: string;
  capacity: number;
  seated: number;
  waiting: number;
  tries: number;
  /** Distinct people who were told FULL and have no place in this line now. */
  turnedAway: number;
  /** Seats to offer next time: as many as people wanted, within reason (`suggestedCapacity`). */
  suggestedCapacity: number;
  /** Milliseconds from the opening until the last seat was taken; null if seats are left. */
  filledAfterMs: number | null;
}

/** Demand of several sections together. A person counts once, in however many of them they stand. */
export interface DemandSum {
  /** Seats offered. */
  capacity: number;
  /** People who have a seat in one of them. */
  seated: number;
  /** People who have a place in one of them, or were told FULL there. */
  wanted: number;
  /** Those of `wanted` who have no place in any of them now. */
  turnedAway: number;
  suggestedCapacity: number;
}

/**
 * By course, by hour (周三 晚上), and by both. The groups with the most people without a seat come first; hours are in the
 * order of the week.
 */
export interface DemandGroups {
  courses: (DemandSum & { course: string })[];
  hours: (DemandSum & { when: string })[];
  cells: (DemandSum & { course: string; when: string })[];
}

export interface ReleaseNumbers {
  seconds: AnsweredSecond[];
  tries: number;
  /** Distinct people who have a seat or wait now. */
  placed: number;
  /** Distinct people who were told FULL somewhere and hold no place in the batch. */
  turnedAway: number;
  /** True if so many people came that not all of them could be told apart. The number is then "at least". */
  atLeast: boolean;
  sections: SectionDemand[];
  groups: DemandGroups;
  trouble: Trouble;
  /**
   * Every claim that was answered before this instant is in the numbers, as far as instances could be reached. Later
   * ones may be missing. `null` if nothing was collected yet.
   */
  countedUntil: number | null;
  /** True until the rush of the stroke is collected. Until then every count of answers is too small. */
  pending: boolean;
}

/** What went wrong with claims, as far as instances have written it down. */
export interface Trouble {
  /** Claims answered FAULT, because of a bug or a broken environment. Somebody has to look. */
  faults: number;
  lastFaultAt: number | null;
  /**
   * Claims answered BUSY, because many people came at once or the database had no time. The app asks again by itself.
   */
  waits: number;
  /** Instances that have written their counts. */
  instances: number;
}

/**
 * The numbers after a release: how the seats were taken, who was turned away, and how many seats to offer next time.
 */
export function numbersOf(
  batch: Pick<Batch, 'opensAt'>,
  sections: readonly Section[],
  tallies: readonly Tally[],
  now: number,
): ReleaseNumbers {
  const sum = sumOf(tallies);
  const collected = collectedAt(tallies);
  const placed = new Set(sections.flatMap(section => section.line.map(entry => shortId(keyOf(entry)))));
  const away = new Set([...sum.turnedAway.values()].flatMap(people => [...people]));
  return {
    seconds: [...sum.seconds].map(([second, answers]) => ({ second, answers })).sort((a, b) => a.second - b.second),
    tries: Object.values(sum.tries).reduce((all, tries) => all + tries, 0),
    placed: placed.size,
    turnedAway: [...away].filter(person => !placed.has(person)).length,
    atLeast: sum.atLeast,
    sections: sections.map(section =>
      demandOf(batch, section, sum.tries[section._id] ?? 0, sum.turnedAway.get(section._id) ?? new Set()),
    ),
    groups: groupsOf(sections, sum.turnedAway),
    trouble: {
      faults: sum.answers['FAULT'] ?? 0,
      lastFaultAt: sum.lastFaultAt,
      waits: sum.answers['BUSY'] ?? 0,
      instances: tallies.filter(tally => tally.collectedAt === undefined).length,
    },
    countedUntil: collected,
    pending: isPending(batch.opensAt, collected, now),
  };
}

function demandOf(
  batch: Pick<Batch, 'opensAt'>,
  section: Section,
  tries: number,
  away: ReadonlySet<string>,
): SectionDemand {
  const inLine = new Set(section.line.map(entry => shortId(keyOf(entry))));
  const seated = seatedIn(section);
  const waiting = waitingIn(section);
  const turnedAway = [...away].filter(person => !inLine.has(person)).length;
  const lastSeatAt = lastSeat(section)?.at;
  return {
    sectionId: section._id,
    title: titleOf(section),
    when: whenOf(section),
    capacity: section.capacity,
    seated,
    waiting,
    tries,
    turnedAway,
    suggestedCapacity: suggestedCapacity(section.capacity, seated + waiting + turnedAway),
    filledAfterMs: lastSeatAt === undefined ? null : Math.max(0, lastSeatAt - batch.opensAt),
  };
}

/** Demand by course and by hour, because one person looks for a craft and another for a free evening. */
function groupsOf(sections: readonly Section[], away: ReadonlyMap<string, ReadonlySet<string>>): DemandGroups {
  // A class that was called off and that nobody came for does not count as an offer.
  const offered = sections.filter(({ _id, capacity, line }) => capacity + line.length + (away.get(_id)?.size ?? 0) > 0);
  const grouped = <T extends object>(groupOf: (section: Section) => T): (T & DemandSum)[] => {
    const groups = new Map<string, { key: T; those: Section[] }>();
    for (const section of offered) {
      const key = groupOf(section);
      const name = JSON.stringify(key);
      const group = groups.get(name) ?? { key, those: [] };
      group.those.push(section);
      groups.set(name, group);
    }
    return [...groups.values()].map(({ key, those }) => ({ ...key, ...sumOfDemand(those, away) }));
  };
  return {
    courses: grouped(({ course }) => ({ course })).sort(byUnseated),
    hours: grouped(section => ({ when: whenOf(section) })).sort((a, b) => orderOf(a.when) - orderOf(b.when)),
    cells: grouped(section => ({ course: section.course, when: whenOf(section) })).sort(byUnseated),
  };
}

function sumOfDemand(sections: readonly Section[], away: ReadonlyMap<string, ReadonlySet<string>>): DemandSum {
  const seated = new Set<string>();
  const placed = new Set<string>();
  const wanted = new Set<string>();
  for (const section of sections) {
    for (const entry of seatedOf(section)) seated.add(shortId(keyOf(entry)));
    for (const entry of section.line) {
      placed.add(shortId(keyOf(entry)));
      wanted.add(shortId(keyOf(entry)));
    }
    for (const person of away.get(section._id) ?? []) wanted.add(person);
  }
  const capacity = sections.reduce((sum, section) => sum + section.capacity, 0);
  return {
    capacity,
    seated: seated.size,
    wanted: wanted.size,
    turnedAway: wanted.size - placed.size,
    suggestedCapacity: suggestedCapacity(capacity, wanted.size),
  };
}

/** People who came for a seat and have none. */
export const unseatedOf = ({ wanted, seated }: Pick<DemandSum, 'wanted' | 'seated'>): number => wanted - seated;

const byUnseated = (a: DemandSum, b: DemandSum) => unseatedOf(b) - unseatedOf(a);

/**
 * The seats to offer next time: as many as people wanted, in steps of five. At most twice what was offered, because
 * room and teacher cannot grow further in one step. At least five, because a smaller class is not worth holding.
 */
export function suggestedCapacity(offered: number, wanted: number): number {
  const step = (seats: number) => Math.max(5, Math.ceil(seats / 5) * 5);
  return Math.min(step(wanted), Math.max(5, 2 * offered));
}

const NO_HOUR = '时间未定';
const PARTS = ['上午', '下午', '晚上'] as const;

/** The place of an hour in the week. A course without an hour comes last. */
const orderOf = (when: string): number =>
  when === NO_HOUR
    ? Infinity
    : '一二三四五六日'.indexOf(when.charAt(1)) * PARTS.length + PARTS.findIndex(part => when.endsWith(part));

/** `周三 晚上`. People choose by when they are free, so demand is for an hour as much as for a course. */
export function whenOf({ lessons }: Pick<Section, 'lessons'>): string {
  const first = lessons[0];
  if (!first) return NO_HOUR;
  const time = timeText(first.startsAt);
  const part = PARTS[time < '12:00' ? 0 : time < EVENING ? 1 : 2];
  return `周${weekdayText(first.startsAt)} ${part}`;
}
