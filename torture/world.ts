import { memberIdOf } from '../server/people/member-id';
import { DAY, HOUR } from '../domain/base/clock';
import type { Batch, Member, Section, Standing } from '../domain/model';
import { openidOf } from '../sample/synthetic';
import type { Random } from '../scripts/crowd/random';

/** A person, and everything that others know of them by the openid alone. */
export interface Person {
  openid: string;
  memberId: string;
}

export interface World {
  batches: Batch[];
  sections: Section[];
  members: Member[];
  standings: Standing[];
  people: Person[];
  staff: Person;
}

const PEOPLE = 36;
/**
 * For each section: seats, waiting places, and its batch. The lines are small, so that each fills, empties and is
 * fought for.
 */
const LINES = [
  { capacity: 3, waitlistLimit: 2, batch: 0 },
  { capacity: 4, waitlistLimit: 1, batch: 0 },
  { capacity: 2, waitlistLimit: 3, batch: 0 },
  { capacity: 5, waitlistLimit: 0, batch: 0 },
  { capacity: 1, waitlistLimit: 4, batch: 0 },
  { capacity: 6, waitlistLimit: 2, batch: 1 },
  { capacity: 2, waitlistLimit: 1, batch: 1 },
];
/** Pairs that clash: within a batch, across batches, and one section with two others. */
const CLASHES = [
  [0, 1],
  [2, 4],
  [2, 6],
  [3, 5],
] as const;
const LIMITS = [2, undefined];

export function personOf(...words: (string | number)[]): Person {
  const openid = openidOf('torture', ...words);
  return { openid, memberId: memberIdOf(openid) };
}

/**
 * One or two open batches, with some of the people already through the waiting room. Ids repeat for the same `name`.
 */
export function makeWorld(name: string, now: number, random: Random): World {
  const window = { opensAt: now - HOUR, closesAt: now + 300 * DAY };
  const batchId = (index: number) => `batch-${index}`;
  const sectionId = (index: number) => `line-${index}`;
  const sections = LINES.map(({ capacity, waitlistLimit, batch }, index): Section => {
    const limit = LIMITS[batch];
    const clashIds = CLASHES.filter(pair => pair.includes(index as never)).map(([a, b]) =>
      sectionId(a === index ? b : a),
    );
    return {
      _id: sectionId(index),
      batchId: batchId(batch),
      course: `课${index}`,
      category: 'other',
      name: '一班',
      instructor: '某老师',
      organisation: '',
      place: '',
      schedule: '',
      lessons: [],
      audienceText: '',
      note: '',
      capacity,
      waitlistLimit,
      ...window,
      dropUntil: window.closesAt,
      ...(limit === undefined ? {} : { limit }),
      publishedAt: 1,
      clashIds,
      revision: 1,
      line: [],
      lineCount: 0,
      reopensAt: 0,
    };
  });
  const batches = LIMITS.map((limit, index): Batch => ({
    _id: batchId(index),
    title: `第${index}期`,
    union: '某工会',
    state: 'scheduled',
    ...window,
    ...(limit === undefined ? {} : { limit }),
    audience: {},
    sectionCount: sections.filter(section => section.batchId === batchId(index)).length,
    capacity: 0,
    categories: [],
    firstLessonAt: window.closesAt,
    lastLessonAt: window.closesAt,
    publishedAt: 1,
    terms: { dropHours: 24, freezeHours: 2, holidays: [], lastKey: sections.length, revision: 1 },
  }));
  const people = Array.from({ length: PEOPLE }, (_, index) => personOf(name, index));
  const staff = personOf(name, 'staff');
  const settled = Object.fromEntries(batches.map(({ _id }) => [_id, { settledAt: now, count: 0 }]));
  return {
    batches,
    sections,
    people,
    staff,
    members: [...people.map(person => memberOf(person, now)), { ...memberOf(staff, now), roles: ['staff'] }],
    standings: people
      .filter(() => random.chance(0.7))
      .map(({ memberId }) => ({ _id: memberId, holds: [], batches: settled })),
  };
}

export const memberOf = ({ openid, memberId }: Person, now: number): Member => ({
  _id: memberId,
  openid,
  name: '某职工',
  phone: '13800000000',
  employer: '某单位',
  unionMember: true,
  roles: [],
  createdAt: now,
  updatedAt: now,
});
