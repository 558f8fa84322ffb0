import type { BatchDraft, Follow, Notice, Section } from '../../domain/model';
import type { FaultRule } from '../../emulator/emulator';
import { DAY, HOUR } from '../../domain/base/clock';
import { good } from './classroom';
import { readyDraft } from './drafting';
import { range, startScene, type Person, type Scene } from './scene';
import { actId, importing, toldOf, wish, wishOf } from './wishing';

/** A wish goes into a draft, the batch is published, and everybody who joined is told once. */
let scene: Scene;
let staff: Person;
let later = 0;
beforeEach(async () => {
  scene = await startScene({ sections: { tea: { capacity: 1 } }, workers: 20 });
  staff = await scene.holder('staff', '王敏');
  later = 0;
});
afterEach(() => scene.stop());

const people = (from: number, to: number) => range(to - from).map(index => scene.worker(from + index));
const all = <T extends object>(name: string) => scene.emulator.database.read<T>(name);
const drafted = (id: string) => all<BatchDraft>('drafts').find(one => one._id === id)!;
const minutes = async (times: number) => {
  for (let minute = 0; minute < times; minute += 1) await scene.emulator.fireTimer('tell');
};

type Seen = { draftId: string; revision: number };
const take = (wishId: string, draft: Seen | null, change: object = {}) =>
  staff.call('wish.take', {
    wishId,
    actId: actId(),
    revision: wishOf(scene, wishId).revision,
    draft: draft && { draftId: draft.draftId, revision: draft.revision },
    classes: 1,
    capacity: 20,
    ...change,
  });

/** Puts what the draft asks for into its last class, as staff do in the form. */
async function complete({ draftId }: { draftId: string }): Promise<Seen> {
  const { sections, revision } = drafted(draftId);
  const last = sections[sections.length - 1]!;
  const startsAt = scene.emulator.now() + 30 * DAY;
  const filled = {
    ...last,
    name: last.name || '一班',
    instructor: '周敏',
    organisation: '永川区文化馆',
    place: '培训楼901室',
    schedule: '每周三 19:00-20:30',
    lessons: [{ startsAt, endsAt: startsAt + HOUR }],
  };
  const next = [...sections.slice(0, -1), filled];
  await scene.emulator.database.import('drafts', [{ ...drafted(draftId), sections: next }]);
  return { draftId, revision };
}
const publish = ({ draftId, revision }: Seen) =>
  good(staff.call('draft.publish', { draftId, revision, actId: actId() }));

test.each([
  ['taking', 'wish.take'],
  ['merging', 'wish.merge'],
] as const)(
  '%s dies at every operation: all of it or nothing, and again is safe',
  async (_, endpoint) => {
    let step = 0;
    for (let died = true; died; step += 1) {
      const [a, b] = [`w-a${step}`, `w-b${step}`];
      await importing(scene, wish(a, `古琴${step}`, people(0, 5)), wish(b, `琵琶${step}`, people(3, 8)));
      const input =
        endpoint === 'wish.take'
          ? { wishId: a, actId: actId(), revision: 1, draft: null, classes: 2, capacity: 20 }
          : { wishId: b, actId: actId(), revision: 1, into: a };
      const when = step % 2 === 0 ? ('after' as const) : ('before' as const);
      scene.emulator.setFaults({
        rules: [{ on: 'database', kind: 'kill', function: 'desk', skip: step, times: 1, when }],
      });
      const { status } = await scene.emulator.post('desk', { endpoint, input }, staff.openid);
      died = status !== 200;
      scene.emulator.setFaults({});
      const done = endpoint === 'wish.take' ? wishOf(scene, a).taken.length > 0 : wishOf(scene, b).state === 'merged';
      const whole =
        endpoint === 'wish.take'
          ? all<BatchDraft>('drafts').some(one => one._id === `b-${input.actId}` && one.sections.length === 2)
          : wishOf(scene, a).voiceCount === 8;
      expect([step, whole]).toEqual([step, done]);
      expect(all<{ _id: string }>('record').some(one => one._id === input.actId)).toBe(done);

      // A transaction that died holds its documents until the database forgets it.
      scene.emulator.setClock((later += 60_000));
      await good(staff.call(endpoint as 'wish.take', input as never));
      if (endpoint === 'wish.take') expect(wishOf(scene, a).taken).toHaveLength(2);
      else expect(wishOf(scene, a)).toMatchObject({ voiceCount: 8 });
      expect(all<{ _id: string }>('record').filter(one => one._id === input.actId)).toHaveLength(1);
    }
    expect(step).toBeGreaterThan(6);
  },
  120_000,
);

describe('taking a wish into a batch', () => {
  beforeEach(() => importing(scene, wish('w-a', '古琴', people(0, 5))));

  test('a class with its seats and hours is added to the draft; place and time stay open and are asked for', async () => {
    const draft = await readyDraft(scene, staff);
    await good(take('w-a', draft, { classes: 2, capacity: 35 }));

    const { sections } = drafted(draft.draftId);
    expect(sections).toHaveLength(5);
    expect(sections.slice(3)).toMatchObject([
      { course: '古琴', name: '一班', capacity: 35, place: '', lessons: [], wishIds: ['w-a'] },
      { course: '古琴', name: '二班', capacity: 35 },
    ]);
    expect(sections[3]!.note).toBe('职工提出，多数人方便的时间：周三晚上');
    expect(wishOf(scene, 'w-a').taken.map(one => [one.draftId, one.key, one.toldAt])).toEqual([
      [draft.draftId, sections[3]!.key, null],
      [draft.draftId, sections[4]!.key, null],
    ]);
    const { problems } = await good(staff.call('draft.read', { draftId: draft.draftId }));
    expect(problems.length).toBeGreaterThan(0);
    expect((await good(scene.worker(0).call('wish.mine', {}))).wishes[0]?.steps.takenAt).toEqual(expect.any(Number));
  });

  test('without a draft a new one is made; the same act makes it once', async () => {
    const act = { wishId: 'w-a', actId: actId(), revision: 1, draft: null, classes: 1, capacity: 10 };
    const { draftId } = await good(staff.call('wish.take', act));

    expect(await good(staff.call('wish.take', act))).toEqual({ draftId });
    expect(drafted(draftId).sections).toHaveLength(1);
    expect(wishOf(scene, 'w-a').taken).toHaveLength(1);
  });

  test('into a draft that somebody else changed, published, or is not there: refused, and nothing changes', async () => {
    const draft = await readyDraft(scene, staff);
    expect(await take('w-a', { ...draft, revision: draft.revision - 1 })).toMatchObject({ code: 'DRAFT_CHANGED' });
    await publish(draft);
    expect(await take('w-a', draft)).toMatchObject({ code: 'DRAFT_NOT_FOUND' });
    expect(wishOf(scene, 'w-a')).toMatchObject({ taken: [], revision: 1 });
  });

  test('the form keeps which wish a class answers', async () => {
    const draft = await readyDraft(scene, staff);
    await good(take('w-a', draft));
    const { sections, revision } = drafted(draft.draftId);
    const { key } = sections[3]!;
    await good(
      staff.call('draft.saveSection', {
        draftId: draft.draftId,
        revision,
        key,
        cells: { course: '古琴', name: '一班', place: '301', capacity: '20', waitlistLimit: '5' },
      }),
    );

    expect(drafted(draft.draftId).sections[3]).toMatchObject({ key, wishIds: ['w-a'] });
  });
});

describe('telling those who joined', () => {
  let draft: Seen;
  beforeEach(async () => {
    await importing(scene, wish('w-a', '古琴', people(0, 5)));
    const ready = await readyDraft(scene, staff);
    await good(take('w-a', ready));
    draft = await complete(ready);
  });

  test('nobody before the batch is published; then each once, and who wanted it is reminded', async () => {
    const [first, ...others] = wishOf(scene, 'w-a').voices;
    await importing(scene, { ...wishOf(scene, 'w-a'), voices: [{ ...first!, remind: true }, ...others] });
    await minutes(1);
    expect(toldOf(scene, 'w-a')).toEqual([]);

    await publish(draft);
    await minutes(3);
    expect(toldOf(scene, 'w-a').sort()).toEqual(
      people(0, 5)
        .map(one => one.memberId)
        .sort(),
    );
    const [notice] = all<Notice>('notices').filter(one => one.kind === 'WISH_OPENS');
    expect(notice).toMatchObject({
      batchId: draft.draftId,
      text: expect.stringMatching(/^您想学的“古琴”要开班了，.*开放报名$/),
    });
    expect(all<Follow>('follows').map(one => one.memberId)).toEqual([scene.worker(0).memberId]);
    const { wishes } = await good(scene.worker(0).call('wish.mine', {}));
    expect(wishes[0]).toMatchObject({ batchId: draft.draftId, steps: { openedAt: expect.any(Number) } });
  });

  test('withdrawn and published again, everybody has still been told once', async () => {
    await publish(draft);
    await minutes(1);
    await good(staff.call('draft.withdraw', { batchId: draft.draftId, actId: actId(), reason: '改时间' }));
    expect(drafted(draft.draftId).sections[3]).toMatchObject({ wishIds: ['w-a'] });
    await publish({ draftId: draft.draftId, revision: drafted(draft.draftId).revision });
    await minutes(2);

    expect(toldOf(scene, 'w-a')).toHaveLength(5);
    expect(all<Section>('sections').find(one => one._id.endsWith('-0004'))).toMatchObject({ wishIds: ['w-a'] });
  });

  test('withdrawn before anybody was told, they are told after it is published again', async () => {
    await publish(draft);
    await good(staff.call('draft.withdraw', { batchId: draft.draftId, actId: actId(), reason: '改时间' }));
    await minutes(1);
    expect(toldOf(scene, 'w-a')).toEqual([]);
    await publish({ draftId: draft.draftId, revision: drafted(draft.draftId).revision });
    await minutes(1);
    expect(toldOf(scene, 'w-a')).toHaveLength(5);
  });

  test('a class that staff take out again tells nobody, and the wish waits as before', async () => {
    const { sections, revision } = drafted(draft.draftId);
    const { key } = sections[3]!;
    const { revision: next } = await good(staff.call('draft.removeSection', { draftId: draft.draftId, revision, key }));
    await publish({ draftId: draft.draftId, revision: next });
    await minutes(2);

    expect(toldOf(scene, 'w-a')).toEqual([]);
    expect(wishOf(scene, 'w-a').taken).toEqual([]);
  });

  test('killed at any operation, the next minute tells the rest, and nobody twice', async () => {
    await publish(draft);
    let step = 0;
    for (; wishOf(scene, 'w-a').taken[0]!.toldAt === null; step += 1) {
      const rule: FaultRule = {
        on: 'database',
        kind: 'kill',
        function: 'tell',
        skip: step,
        times: 1,
        when: step % 2 ? 'after' : 'before',
      };
      scene.emulator.setFaults({ rules: [rule] });
      await scene.emulator.fireTimer('tell').catch(() => undefined);
      scene.emulator.setFaults({});
    }

    expect(step).toBeGreaterThan(3);
    await minutes(1);
    expect(toldOf(scene, 'w-a').sort()).toEqual(
      people(0, 5)
        .map(one => one.memberId)
        .sort(),
    );
  }, 120_000);
});
