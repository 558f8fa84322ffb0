import { join } from 'node:path';
import { memberIdOf } from '../../server/people/member-id';
import type { Batch, Member, Section, Standing } from '../../domain/model';
import { openidOf } from '../load/job';
import { CROWD, WARM_CROWD, type Scene } from '../scene';
import { WARM, WARM_CAPACITY, WARM_PEOPLE, sectionIdOf, type Contender } from './contender';
import { host } from './emulator';
import { ROOT } from './paths';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const batchIdOf = (section: number) => (section === WARM ? 'warm' : 'bench');

/** The shipped functions, hosted by the emulator as `npm start` hosts them. */
export const ours: Contender = {
  id: 'ours',
  label: 'ours: functions on the emulator',
  start: (scene, folder) =>
    host(
      {
        functions: join(ROOT, 'dist/functions'),
        name: 'line',
        body: section =>
          JSON.stringify({
            endpoint: 'line.claim',
            input: { batchId: batchIdOf(section), sectionId: sectionIdOf(section) },
          }),
        documents: documentsOf(scene),
        seats: { collection: 'sections', actions: ['modifyAndReturnDoc', 'modifyDocument'] },
        nameOf: memberIdOf,
        // In reality everybody comes to the waiting room first. The people of the warm-up do, and bring every instance
        // up to date.
        before: {
          openids: Array.from({ length: WARM_PEOPLE }, (_, person) => openidOf(WARM_CROWD, person)),
          event: { endpoint: 'line.enter', input: { batchId: 'bench' } },
        },
        lines: async read => {
          const sections = new Map(((await read('sections')) as unknown as Section[]).map(one => [one._id, one]));
          return Array.from({ length: scene.sections }, (_, i) =>
            sections.get(sectionIdOf(i))!.line.map(entry => entry.memberId),
          );
        },
      },
      folder,
    ),
};

/** The state after the waiting room: everybody has a profile, and their eligibility is settled. */
export function* documentsOf(scene: Scene): Iterable<[string, object[]]> {
  const now = Date.now();
  const indexes = Array.from({ length: scene.sections }, (_, i) => i);
  yield ['batches', [batch('bench', scene.sections, scene, now), batch('warm', 1, scene, now)]];
  yield ['sections', [...indexes, WARM].map(index => section(index, scene, now))];
  for (const [crowd, people, batchId] of [
    [CROWD, scene.choice.length, 'bench'],
    [WARM_CROWD, WARM_PEOPLE, 'warm'],
  ] as const) {
    for (let from = 0; from < people; from += 20_000) {
      const openids = Array.from({ length: Math.min(20_000, people - from) }, (_, i) => openidOf(crowd, from + i));
      yield ['members', openids.map(openid => member(openid, now))];
      yield ['standings', openids.map(openid => standing(openid, batchId, now))];
    }
  }
}

const batch = (_id: string, sections: number, scene: Scene, now: number): Batch => ({
  _id,
  title: '惠工课堂',
  union: '总工会',
  state: 'scheduled',
  opensAt: now - MINUTE,
  closesAt: now + DAY,
  limit: 2,
  audience: {},
  sectionCount: sections,
  capacity: sections * scene.capacity,
  categories: ['tea'],
  firstLessonAt: now + 7 * DAY,
  lastLessonAt: now + 70 * DAY,
  publishedAt: now - DAY,
  terms: { dropHours: 24, freezeHours: 2, holidays: [], lastKey: sections, revision: 1 },
});

/** Ten lessons each, and no two sections at the same hour. */
const section = (index: number, scene: Scene, now: number): Section => ({
  _id: sectionIdOf(index),
  batchId: batchIdOf(index),
  course: '茶艺',
  category: 'tea',
  name: `${index + 1}班`,
  instructor: '王老师',
  organisation: '职工学校',
  place: '职工之家三楼',
  schedule: '每周三 19:00-20:30',
  lessons: Array.from({ length: 10 }, (_, week) => ({
    startsAt: now + (7 + 7 * week) * DAY + index * 90 * MINUTE,
    endsAt: now + (7 + 7 * week) * DAY + (index + 1) * 90 * MINUTE,
  })),
  audienceText: '面向全体职工',
  note: '',
  capacity: index === WARM ? WARM_CAPACITY : scene.capacity,
  waitlistLimit: scene.waitlistLimit,
  opensAt: now - MINUTE,
  closesAt: now + DAY,
  dropUntil: now + 5 * DAY,
  limit: 2,
  publishedAt: now - DAY,
  clashIds: [],
  revision: 1,
  line: [],
  lineCount: 0,
  reopensAt: 0,
});

const member = (openid: string, now: number): Member => ({
  _id: memberIdOf(openid),
  openid,
  name: '李晓',
  phone: '13800000000',
  employer: '永川制造',
  unionMember: true,
  roles: [],
  createdAt: now - DAY,
  updatedAt: now - DAY,
});

const standing = (openid: string, batchId: string, now: number): Standing => ({
  _id: memberIdOf(openid),
  holds: [],
  batches: { [batchId]: { settledAt: now - MINUTE, count: 0 } },
});
