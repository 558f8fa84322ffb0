import { HOUR, MINUTE } from '../../domain/base/clock';
import type { FaultRule } from '../../emulator/faults/settings';
import { actId, must, publishing, readyDraft, stored } from './drafting';
import { range, SOUND, startScene, type Person, type Scene } from './scene';

/** All of a batch is published or nothing of it, whatever dies on the way, whoever does it at the same time. */
let scene: Scene;
let staff: Person;
beforeAll(async () => {
  scene = await startScene({ sections: { tea: { capacity: 5 } }, emulator: { instances: { min: 0, max: 3 } } });
  staff = await scene.holder('staff', '王敏');
});
afterAll(() => scene.stop());
afterEach(() => {
  scene.emulator.setFaults({});
  scene.emulator.setClock(0);
});

/** The platform ends what a dead instance has left open after 30 s; until then its documents are locked. */
const TRANSACTION_MS = 31_000;
const died = (work: Promise<unknown>) => work.then(() => false).catch(() => true);
const publish = (draft: { draftId: string; revision: number }, id: string) =>
  staff.call('draft.publish', publishing(draft, id));
const idsOf = (draftId: string, count: number) => range(count).map(index => `${draftId}-000${index + 1}`);

describe('an instance dies while it publishes', () => {
  const writing = { on: 'database', kind: 'kill', function: 'desk', action: 'modifyDocument', times: 1 } as const;
  const committing = {
    on: 'database',
    kind: 'kill',
    function: 'desk',
    action: 'commitTransaction',
    times: 1,
  } as const;

  test.each<[string, FaultRule, 'nothing' | 'everything']>([
    ['before a section is written', { ...writing, collection: 'sections' }, 'nothing'],
    ['between two sections', { ...writing, collection: 'sections', skip: 2 }, 'nothing'],
    ['after the batch is written', { ...writing, collection: 'batches', when: 'after' }, 'nothing'],
    ['before the record is written', { ...writing, collection: 'record' }, 'nothing'],
    ['before the commit', committing, 'nothing'],
    ['after the commit', { ...committing, when: 'after' }, 'everything'],
  ])('%s', async (_, rule, left) => {
    const draft = await readyDraft(scene, staff, 3);
    const { draftId } = draft;
    await scene.set('sections', { ...scene.section('tea'), lessons: draft.sections[0]!.lessons });
    const id = actId();

    scene.emulator.setFaults({ rules: [rule] });
    expect(await died(publish(draft, id))).toBe(true);
    scene.emulator.setFaults({});

    const after = stored(scene, draftId);
    const worker = scene.worker(0);
    const sectionId = `${draftId}-0001`;
    if (left === 'nothing') {
      expect(after).toMatchObject({ batch: undefined, sections: [], draft: { revision: draft.revision } });
      expect(await worker.call('line.claim', { batchId: draftId, sectionId })).toMatchObject({
        code: 'SECTION_NOT_FOUND',
      });
    } else {
      expect(after.draft).toBeUndefined();
      expect(after.sections.map(section => section._id)).toEqual(idsOf(draftId, 3));
    }

    scene.emulator.setClock(TRANSACTION_MS);
    expect(await publish(draft, id)).toMatchObject({ data: { batch: draft.preview!.batch } });
    expect(await publish(draft, id)).toMatchObject({ data: { batch: draft.preview!.batch } });
    const done = stored(scene, draftId);
    expect(done.sections.map(section => section._id)).toEqual(idsOf(draftId, 3));
    expect(done.record.filter(entry => entry.act === 'draft.publish')).toHaveLength(1);
    expect(scene.section(sectionId).clashIds).toContain('tea');
    expect(scene.section('tea').clashIds).toContain(sectionId);
  });
});

test('two staff write at once: one of them, and the others are told so', async () => {
  const draft = await readyDraft(scene, staff, 2);
  const { draftId, revision } = draft;
  const title = (index: number, seen: number) =>
    staff.call('draft.save', { draftId, revision: seen, settings: { title: `第${index}版` } });

  const answers = await Promise.all(range(6).map(index => title(index, revision)));

  expect(answers.filter(answer => answer.ok)).toHaveLength(1);
  const refused = answers.filter(answer => !answer.ok);
  expect(refused).toHaveLength(5);
  for (const answer of refused) expect(answer).toMatchObject({ code: 'DRAFT_CHANGED' });
  expect(await title(9, revision)).toMatchObject({ code: 'DRAFT_CHANGED' });
  expect(await title(9, revision + 1)).toMatchObject({ data: { title: '第9版', revision: revision + 2 } });
});

test('one publishes while the other still writes: what is published is one of the two, whole', async () => {
  const draft = await readyDraft(scene, staff, 3);
  const { draftId, revision } = draft;

  const [published, saved] = await Promise.all([
    publish(draft, actId()),
    staff.call('draft.save', { draftId, revision, settings: { title: '改过的' } }),
  ]);

  const { batch, draft: left } = stored(scene, draftId);
  expect([published.ok, saved.ok].filter(Boolean)).toHaveLength(1);
  expect(Boolean(batch)).toBe(published.ok);
  expect(Boolean(left)).toBe(saved.ok);
});

test('published by two at once, and by one tap sent twice: once', async () => {
  const draft = await readyDraft(scene, staff, 3);
  const id = actId();

  const answers = await Promise.all([publish(draft, id), publish(draft, id), publish(draft, actId())]);

  const codes = answers.map(answer => (answer.ok ? 'OK' : answer.code));
  expect(codes.filter(code => code === 'OK').length).toBeGreaterThanOrEqual(1);
  expect(codes.every(code => ['OK', 'DRAFT_NOT_FOUND', 'BUSY'].includes(code))).toBe(true);
  expect(stored(scene, draft.draftId).record.filter(entry => entry.act === 'draft.publish')).toHaveLength(1);
  expect(stored(scene, draft.draftId).sections).toHaveLength(3);
});

test('two batches that clash, published at the same time, name each other', async () => {
  const [one, two] = [await readyDraft(scene, staff, 3), await readyDraft(scene, staff, 3)];

  const answers = await Promise.all([one, two].map(draft => publish(draft, actId())));

  expect(answers.every(answer => answer.ok)).toBe(true);
  for (const [a, b] of range(3).map(index => [idsOf(one.draftId, 3)[index]!, idsOf(two.draftId, 3)[index]!])) {
    expect(scene.section(a!).clashIds).toContain(b);
    expect(scene.section(b!).clashIds).toContain(a);
  }
});

describe('withdrawn', () => {
  const withdraw = (batchId: string, id = actId()) =>
    staff.call('draft.withdraw', { batchId, actId: id, reason: '场地有变' });

  test('it is a draft again, as it is now, and published anew it has the same ids', async () => {
    const draft = await readyDraft(scene, staff, 3);
    const { draftId } = draft;
    await must(publish(draft, actId()));
    await scene.set('sections', { ...scene.section(`${draftId}-0002`), place: '新地点 301室', revision: 9 });
    const id = actId();

    await must(withdraw(draftId, id));
    await must(withdraw(draftId, id));

    scene.emulator.setClock(10_000);
    expect(await staff.call('catalog.batch', { batchId: draftId })).toMatchObject({ code: 'BATCH_NOT_FOUND' });
    const again = await must(staff.call('draft.read', { draftId }));
    expect(again.sections.map(section => section.place)).toEqual([
      draft.sections[0]!.place,
      '新地点 301室',
      draft.sections[2]!.place,
    ]);
    expect(again).toMatchObject({ title: draft.title, opensAt: draft.opensAt, limit: draft.limit });
    const fewer = await must(staff.call('draft.removeSection', { draftId, revision: again.revision, key: '0003' }));
    await must(publish(fewer, actId()));
    expect(stored(scene, draftId).sections.map(section => [section._id, section.revision])).toEqual([
      [`${draftId}-0001`, 3],
      [`${draftId}-0002`, 11],
    ]);
    expect(stored(scene, draftId).record.map(entry => [entry.act, entry.reason])).toEqual(
      expect.arrayContaining([
        ['draft.publish', undefined],
        ['draft.withdraw', '场地有变'],
      ]),
    );
  });

  test('its instructor finds nothing of it any more', async () => {
    const draft = await readyDraft(scene, staff, 1);
    const sectionId = `${draft.draftId}-0001`;
    const teacher = await scene.holder('instructor', '讲师1', { instructorName: '讲师1' });
    const looks = async () => [
      await teacher.call('roll.roster', { sectionId }),
      await teacher.call('roll.attendance', { sectionId }),
      await teacher.call('roll.lesson', { sectionId, lessonIndex: 0 }),
      await teacher.call('link.code', { to: 'section', sectionId }),
    ];
    await must(publish(draft, actId()));
    for (const answer of await looks()) expect(answer).toMatchObject({ ok: true });

    await must(withdraw(draft.draftId));

    for (const answer of await looks()) expect(answer).toMatchObject({ code: 'SECTION_NOT_FOUND' });
  });

  test.each([
    ['half a minute before the last minute', HOUR - 1.5 * MINUTE, true],
    ['in the last minute', HOUR - MINUTE, false],
    ['after the opening', HOUR, false],
    ['after the closing', 49 * HOUR, false],
  ])('%s', async (_, offset, may) => {
    const draft = await readyDraft(scene, staff, 1);
    await must(publish(draft, actId()));
    scene.emulator.setClock(draft.opensAt! - HOUR + offset - Date.now());

    const answer = await withdraw(draft.draftId);

    expect(answer).toMatchObject(
      may ? { ok: true } : { code: 'CHANGE_NOT_NOW', details: { text: expect.any(String) } },
    );
    expect(Boolean(stored(scene, draft.draftId).draft)).toBe(may);
  });

  test('an instance dies on the way: nothing or everything, and again is safe', async () => {
    const draft = await readyDraft(scene, staff, 3);
    const { draftId } = draft;
    await must(publish(draft, actId()));
    const id = actId();
    const kill = { on: 'database', kind: 'kill', function: 'desk', times: 1 } as const;

    scene.emulator.setFaults({ rules: [{ ...kill, action: 'modifyDocument', collection: 'sections', skip: 1 }] });
    expect(await died(withdraw(draftId, id))).toBe(true);
    expect(stored(scene, draftId)).toMatchObject({ draft: undefined, batch: { state: 'scheduled' } });
    expect(stored(scene, draftId).sections.every(section => section.closesAt === draft.closesAt)).toBe(true);
    scene.emulator.setClock(TRANSACTION_MS);
    scene.emulator.setFaults({ rules: [{ ...kill, action: 'commitTransaction', when: 'after' }] });
    expect(await died(withdraw(draftId, id))).toBe(true);
    scene.emulator.setFaults({});

    expect(stored(scene, draftId)).toMatchObject({ draft: { title: '第二期' }, batch: undefined });
    expect(await withdraw(draftId, id)).toMatchObject({ data: { draftId } });
    expect(stored(scene, draftId).record.filter(entry => entry.act === 'draft.withdraw')).toHaveLength(1);
  });
});

describe('a claim that rests on what was withdrawn', () => {
  /** Asked so often that each instance is asked. */
  const claims = async (claim: () => Promise<{ ok: true } | { ok: false; code: string }>) =>
    new Set((await Promise.all(range(9).map(claim))).map(answer => (answer.ok ? 'OK' : answer.code)));

  test('gets nothing at the old stroke, and a place at the new one', async () => {
    const draft = await readyDraft(scene, staff, 1);
    const { draftId: batchId } = draft;
    const sectionId = `${batchId}-0001`;
    await must(publish(draft, actId()));
    const worker = scene.worker(0);
    const claim = () => worker.call('line.claim', { batchId, sectionId });
    // The instance learns the facts, the worker is let in.
    scene.emulator.setClock(10_000);
    await must(worker.call('line.enter', { batchId }));
    expect(await claims(claim)).toEqual(new Set(['NOT_OPEN']));

    await must(staff.call('draft.withdraw', { batchId, actId: actId(), reason: '改时间' }));
    scene.emulator.setClock(HOUR + 1_000);
    expect(await claims(claim)).not.toContain('OK');
    expect(scene.line(sectionId)).toEqual([]);
    expect(scene.standing(worker)!.holds).toEqual([]);

    const now = scene.emulator.now();
    const again = await must(staff.call('draft.read', { draftId: batchId }));
    const moved = await must(
      staff.call('draft.save', {
        draftId: batchId,
        revision: again.revision,
        settings: { opensAt: now + HOUR, closesAt: now + 9 * HOUR },
      }),
    );
    await must(publish(moved, actId()));
    scene.emulator.setClock(HOUR + 60_000);
    expect(await claim()).toMatchObject({ code: 'NOT_OPEN', details: { opensAt: now + HOUR } });
    scene.emulator.setClock(2 * HOUR + 30_000);
    expect(await claim()).toMatchObject({ ok: true });
    expect(scene.line(sectionId)).toEqual([worker.memberId]);
    expect(scene.healing()).toEqual(SOUND);
  });
});
