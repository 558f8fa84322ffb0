import { setTimeout as sleep } from 'node:timers/promises';
import { HOUR, MINUTE } from '../../domain/base/clock';
import { actId, must, publishing, readyDraft } from './drafting';
import { range, startScene, type Person, type Scene } from './scene';

/** First-timers first, and who is let in after a batch was published anew. Worker 0 has a place in an earlier batch. */
let scene: Scene;
let staff: Person;
let experienced: Person;
beforeAll(async () => {
  scene = await startScene({
    sections: { tea: { capacity: 5 }, choir: { capacity: 50 }, none: { capacity: 0 } },
    workers: 40,
    emulator: { instances: { min: 0, max: 2 } },
  });
  staff = await scene.holder('staff', '王敏');
  experienced = scene.worker(0);
  await must(experienced.claim('tea'));
});
afterAll(() => scene.stop());
afterEach(() => scene.emulator.setClock(0));

/**
 * Batches are remembered for 5 s, and here the clock goes back: each one is looked at later than the one before, and opens at an hour that
 * no test before has been to.
 */
let looks = 0;

async function published(settings: object) {
  looks += 1;
  const opensAt = scene.emulator.now() + HOUR + looks * 13 * MINUTE;
  const draft = await readyDraft(scene, staff, 2, { opensAt, ...settings });
  await must(staff.call('draft.publish', publishing(draft)));
  scene.emulator.setClock(looks * 10_000);
  const batchId = draft.draftId;
  return {
    batchId,
    sectionId: `${batchId}-0001`,
    opensAt: draft.opensAt!,
    enter: (person: Person) => person.call('line.enter', { batchId }),
    claim: (person: Person, number = 1) => person.call('line.claim', { batchId, sectionId: `${batchId}-000${number}` }),
  };
}
/** The server's clock reads `at` about now. */
const clockAt = (at: number) => scene.emulator.setClock(at - Date.now());

test('each is told the opening that is theirs, and only first-timers get in before the later one', async () => {
  const { opensAt, sectionId, enter, claim } = await published({ audience: { headStartMinutes: 30 } });
  const laterAt = opensAt + 30 * MINUTE;
  const first = scene.worker(1);
  expect(await enter(experienced)).toMatchObject({
    data: { opensAt: laterAt, later: { cameBefore: true, absences: [], until: null } },
  });
  expect(await enter(first)).toMatchObject({ data: { opensAt, later: null } });

  clockAt(opensAt + 1_000);
  const early = await Promise.all(range(8).map(index => claim(experienced, 1 + (index % 2))));
  expect(await claim(first)).toMatchObject({ data: { place: { number: 1 } } });

  for (const answer of early) expect(answer).toMatchObject({ code: 'NOT_OPEN', details: { opensAt: laterAt } });
  expect(scene.line(sectionId)).toEqual([first.memberId]);
  expect(scene.standing(experienced)!.holds.map(hold => hold.sectionId)).toEqual(['tea']);
  clockAt(laterAt + 1_000);
  expect(await claim(experienced)).toMatchObject({ data: { place: { number: 2 } } });
});

test('who never was in the waiting room is told apart by the claim itself', async () => {
  const { opensAt, claim } = await published({ audience: { headStartMinutes: 30 } });

  clockAt(opensAt + 1_000);

  expect(await claim(experienced)).toMatchObject({ code: 'NOT_OPEN', details: { opensAt: opensAt + 30 * MINUTE } });
  expect(await claim(scene.worker(2))).toMatchObject({ ok: true });
});

test('the control: without a head start who has had a place gets in at the stroke', async () => {
  const other = scene.worker(6);
  await must(other.claim('tea'));
  const { opensAt, enter, claim } = await published({});
  expect(await enter(other)).toMatchObject({ data: { opensAt } });

  clockAt(opensAt + 1_000);

  expect(await claim(other)).toMatchObject({ ok: true });
});

describe('who gains a place after the waiting room', () => {
  const headStart = { audience: { headStartMinutes: 30 } };

  test('in an earlier batch is no first-timer at the stroke', async () => {
    const { opensAt, sectionId, enter, claim } = await published(headStart);
    const sly = scene.worker(10);
    expect(await enter(sly)).toMatchObject({ data: { opensAt } });
    await must(sly.claim('choir'));

    clockAt(opensAt + 1_000);
    const answers = await Promise.all(range(8).map(index => claim(sly, 1 + (index % 2))));

    for (const answer of answers)
      expect(answer).toMatchObject({ code: 'NOT_OPEN', details: { opensAt: opensAt + 30 * MINUTE } });
    expect(scene.line(sectionId)).toEqual([]);
    clockAt(opensAt + 31 * MINUTE);
    expect(await claim(sly)).toMatchObject({ ok: true });
  });

  test('while the waiting room settles it is none either', async () => {
    const { opensAt, sectionId, enter, claim } = await published(headStart);
    const people = range(20).map(index => scene.worker(12 + index));
    scene.emulator.setFaults({ databaseLatencyMs: 10 });
    // Settling reads, then writes, 10 ms each: some claims fall in between.
    for (const [index, person] of people.entries()) {
      const entered = enter(person);
      await sleep(3 * index);
      await Promise.all([entered, must(person.claim('choir'))]);
    }
    scene.emulator.setFaults({});

    clockAt(opensAt + 1_000);
    const answers = await Promise.all(people.map(person => claim(person)));

    expect(answers.filter(answer => answer.ok)).toEqual([]);
    expect(scene.line(sectionId)).toEqual([]);
  });

  test('in this batch or in one that opens later stays one; so does who only tried', async () => {
    const { opensAt, enter, claim } = await published(headStart);
    const next = await published({ opensAt: opensAt + 5 * MINUTE, closesAt: opensAt + HOUR });
    const [elsewhere, here, tried] = [scene.worker(34), scene.worker(35), scene.worker(37)];
    for (const person of [elsewhere, here, tried]) await must(enter(person));
    expect(await tried.claim('none')).toMatchObject({ code: 'FULL' });

    clockAt(opensAt + 10 * MINUTE);

    expect(await next.claim(elsewhere, 1)).toMatchObject({ ok: true });
    expect(await claim(elsewhere, 2)).toMatchObject({ ok: true });
    expect(await claim(here, 1)).toMatchObject({ ok: true });
    expect(await claim(here, 2)).toMatchObject({ ok: true });
    expect(await claim(tried)).toMatchObject({ ok: true });
  });

  test('by an act of staff is none', async () => {
    const { opensAt, enter, claim } = await published(headStart);
    const added = scene.worker(36);
    await must(enter(added));
    const change = { kind: 'addPerson', sectionId: 'choir', memberId: added.memberId } as const;
    await must(staff.call('change.make', { change, reason: '现场登记', actId: actId(), dryRun: false }));

    clockAt(opensAt + 1_000);

    expect(await claim(added)).toMatchObject({ code: 'NOT_OPEN' });
  });
});

test('who was let in to a batch that was withdrawn is looked at anew under its new conditions', async () => {
  const { batchId, enter, claim } = await published({});
  await must(enter(scene.worker(5)));
  await must(staff.call('draft.withdraw', { batchId, actId: actId(), reason: '只面向本单位' }));
  const { revision } = await must(staff.call('draft.read', { draftId: batchId }));
  const opensAt = scene.emulator.now() + HOUR;
  const settings = { opensAt, closesAt: opensAt + HOUR, audience: { employers: ['没有这个单位'] } };
  const saved = await must(staff.call('draft.save', { draftId: batchId, revision, settings }));
  await must(staff.call('draft.publish', publishing(saved)));

  clockAt(opensAt + 1_000);

  expect(await claim(scene.worker(5))).toMatchObject({ code: 'EMPLOYER_NOT_INVITED' });
  expect(scene.line(`${batchId}-0001`)).toEqual([]);
  expect(scene.standing(scene.worker(5))!.holds).toEqual([]);
});

test('a head start costs the winner nothing: two operations', async () => {
  await scene.stop();
  scene = await startScene({ sections: {}, emulator: { instances: { min: 0, max: 1 } } });
  staff = await scene.holder('staff', '王敏');
  const { opensAt, enter, claim } = await published({ audience: { headStartMinutes: 30 } });
  clockAt(opensAt + 1_000);
  await must(enter(scene.worker(3)));

  scene.emulator.database.resetOperations();
  await must(claim(scene.worker(3)));

  // All but the counting for staff, which is bounded by time and not by claims.
  const operations = Object.entries(scene.emulator.database.operations()).filter(
    ([name]) => !name.endsWith(':tallies'),
  );
  expect(operations.reduce((sum, [, count]) => sum + count, 0)).toBe(2);
});
