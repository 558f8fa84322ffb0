import { memberIdOf } from '../../server/people/member-id';
import type { AnswerOf } from '../../domain/api';
import type { Batch, LineEntry, Member, Notice, Role, Section, Standing } from '../../domain/model';
import { findHealing, type Healing } from '../../domain/line/heal';
import type { EmulatorOptions } from '../../emulator/emulator';
import { crowdMembers } from '../../sample/crowd';
import { openidOf } from '../../sample/synthetic';
import { startEmulated, type Emulated } from '../emulated';

const HOUR = 3_600_000;

/** What a journey starts from; instants are relative to the start. Everything said here is the whole world. */
export interface SceneOptions {
  sections: Record<string, Partial<Section>>;
  batch?: Partial<Batch>;
  emulator?: Partial<EmulatorOptions>;
  /** So many workers `worker(0)` … who have been in the waiting room of batch `b`. */
  workers?: number;
}

export interface Scene {
  emulator: Emulated;
  /** When the batch opened: an hour before the scene began, unless said otherwise. */
  opensAt: number;
  worker(index: number): Person;
  /** Somebody with an OPENID that nobody has met yet. */
  stranger(name: string): Person;
  /** A member with this role; what an instructor or an organisation runs is given by `change`. */
  holder(role: Role, name: string, change?: Partial<Member>): Promise<Person>;
  section(id: string): Section;
  line(id: string): string[];
  standing(person: Person): Standing | undefined;
  notices(): Notice[];
  /** What the nightly check would find once every call is over. */
  healing(): Healing;
  set(collection: 'sections' | 'batches' | 'members' | 'standings' | 'rolls', document: object): Promise<unknown>;
  stop(): Promise<void>;
}

export interface Person {
  openid: string;
  memberId: string;
  call: ReturnType<Emulated['as']>;
  claim(sectionId: string): Promise<AnswerOf<'line.claim'>>;
  /** As the app does: after BUSY it waits as long as it was told and asks again. */
  claimUntilAnswered(sectionId: string): Promise<AnswerOf<'line.claim'>>;
  drop(sectionId: string): Promise<AnswerOf<'line.drop'>>;
  place(sectionId: string): Promise<AnswerOf<'line.place'>>;
  enter(): Promise<AnswerOf<'line.enter'>>;
}

export async function startScene(options: SceneOptions): Promise<Scene> {
  const emulator = await startEmulated({ instances: { min: 0, max: 3 }, ...options.emulator });
  const now = emulator.now();
  const opensAt = options.batch?.opensAt ?? now - HOUR;
  const batch = batchOf({ ...options.batch, opensAt });
  const crowd = crowdMembers(options.workers ?? 10, 1, batch._id, now);
  const sections = Object.entries(options.sections).map(([id, change]) => sectionOf(batch, id, change));
  await emulator.database.import('batches', [batch]);
  await emulator.database.import('sections', sections);
  await emulator.database.import('members', crowd.members);
  await emulator.database.import('standings', crowd.standings);

  const all = <T extends object>(collection: string) => emulator.database.read<T>(collection);
  const section = (id: string) => all<Section>('sections').find(found => found._id === id)!;
  return {
    emulator,
    opensAt,
    worker: index => personOf(emulator, batch._id, crowd.people[index]!.openid),
    holder: async (role, name, change) => {
      const openid = openidOf('holder', name);
      const profile = { name, phone: '13594218830', employer: '永川区总工会', unionMember: true };
      const ids = { _id: memberIdOf(openid), openid, createdAt: now, updatedAt: now };
      await emulator.database.import('members', [{ ...ids, ...profile, roles: [role], ...change }]);
      return personOf(emulator, batch._id, openid);
    },
    stranger: name => personOf(emulator, batch._id, openidOf('stranger', name)),
    section,
    line: id => section(id).line.map((entry: LineEntry) => entry.memberId),
    standing: person => all<Standing>('standings').find(found => found._id === person.memberId),
    notices: () => all<Notice>('notices'),
    healing: () => findHealing(all<Section>('sections'), all<Standing>('standings'), emulator.now() + HOUR),
    set: (collection, document) => emulator.database.import(collection, [document]),
    stop: () => emulator.stop(),
  };
}

function personOf(emulator: Emulated, batchId: string, openid: string): Person {
  const call = emulator.as(openid);
  const claim = (sectionId: string) => call('line.claim', { batchId, sectionId });
  return {
    openid,
    memberId: memberIdOf(openid),
    call,
    claim,
    claimUntilAnswered: async sectionId => {
      for (let tries = 0; ; tries += 1) {
        const answer = await claim(sectionId);
        if (answer.ok || answer.code !== 'BUSY' || tries === 20) return answer;
        await new Promise(resolve => setTimeout(resolve, answer.details.retryAfterMs));
      }
    },
    drop: sectionId => call('line.drop', { sectionId }),
    place: sectionId => call('line.place', { sectionId }),
    enter: () => call('line.enter', { batchId }),
  };
}

const batchOf = (change: Partial<Batch> & { opensAt: number }): Batch => ({
  _id: 'b',
  title: '第一期',
  union: '永川区总工会',
  state: 'scheduled',
  closesAt: change.opensAt + 48 * HOUR,
  limit: 2,
  audience: {},
  sectionCount: 1,
  capacity: 1,
  categories: ['tea'],
  firstLessonAt: change.opensAt + 96 * HOUR,
  lastLessonAt: change.opensAt + 96 * HOUR,
  publishedAt: 1,
  terms: { dropHours: 24, freezeHours: 2, holidays: [], lastKey: 1, revision: 1 },
  ...change,
});

const sectionOf = (batch: Batch, id: string, change: Partial<Section>): Section => ({
  _id: id,
  batchId: batch._id,
  course: '茶艺',
  category: 'tea',
  name: id,
  instructor: '李文秀',
  organisation: '渝西茶艺培训学校',
  place: '205',
  schedule: '每周三 19:00-20:30',
  lessons: [{ startsAt: batch.firstLessonAt, endsAt: batch.firstLessonAt + HOUR }],
  audienceText: '',
  note: '',
  capacity: 1,
  waitlistLimit: 0,
  opensAt: batch.opensAt,
  closesAt: batch.closesAt,
  dropUntil: batch.opensAt + 72 * HOUR,
  ...(batch.limit === undefined ? {} : { limit: batch.limit }),
  publishedAt: 1,
  clashIds: [],
  revision: 1,
  line: [],
  lineCount: 0,
  reopensAt: 0,
  ...change,
});

/** How often each answer came: `SEATED`, `WAITING`, or the refusal's code. */
export function tally(answers: AnswerOf<'line.claim'>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const word = answer.ok ? answer.data.place.state : answer.code;
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

export const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Nothing is left to mend and nothing to report. */
export const SOUND: Healing = { unused: [], missing: [], alarms: [] };
