import { untilIdle } from '../emulated';
import { range, startScene, type Person, type Scene } from './scene';

/** What a release was like, from what the instances counted and what the lines hold. */
let scene: Scene;
let staff: Person;
beforeEach(async () => {
  scene = await startScene({
    sections: { tea: { capacity: 2, waitlistLimit: 1 }, choir: { capacity: 10 } },
    workers: 12,
    emulator: { instances: { min: 0, max: 2, perFunction: { line: { min: 1, max: 1 } } } },
  });
  staff = await scene.holder('staff', '王敏');
});
afterEach(() => scene.stop());

test('tries, answers by kind and the people who were turned away are what was answered', async () => {
  for (const index of range(10)) await scene.worker(index).claim('tea');
  // One of those who were too late tries again, and another takes a seat elsewhere.
  await scene.worker(9).claim('tea');
  await scene.worker(8).claim('choir');
  scene.emulator.setClock(15_000);
  await scene.worker(11).claim('choir');

  const answer = await staff.call('staff.numbers', { batchId: 'b' });

  if (!answer.ok) throw new Error(answer.code);
  const { sections, tries, turnedAway } = answer.data;
  const tea = sections.find(one => one.sectionId === 'tea')!;
  expect(tea).toMatchObject({ seated: 2, waiting: 1, tries: 11, turnedAway: 7, suggestedCapacity: 5 });
  expect(tries).toBe(13);
  expect(turnedAway).toBe(6);
});

/** One instance counts, and writes with the first answer that comes ten seconds after its first. */
const numbersLater = async (index: number) => {
  scene.emulator.setFaults({});
  scene.emulator.setClock(15_000);
  await scene.worker(index).claim('choir');
  const answer = await staff.call('staff.numbers', { batchId: 'b' });
  if (!answer.ok) throw new Error(answer.code);
  return answer.data;
};

test('what the database had no time for is counted as told to wait, a bug as a fault with its instant', async () => {
  await scene.worker(0).claim('choir');
  const conflict = { on: 'database', kind: 'conflict', function: 'line', action: 'modifyDocument' } as const;
  scene.emulator.setFaults({ rules: [{ ...conflict, collection: 'standings', times: 2 }] });
  for (const index of [1, 2]) expect(await scene.worker(index).claim('choir')).toMatchObject({ code: 'BUSY' });
  scene.emulator.setFaults({});
  await scene.set('standings', { ...scene.standing(scene.worker(3)), _id: scene.worker(3).memberId, holds: 'no list' });
  const faultAt = scene.emulator.now();
  expect(await scene.worker(3).claim('choir')).toMatchObject({ code: 'FAULT' });

  const { trouble, tries } = await numbersLater(4);

  expect(trouble).toMatchObject({ faults: 1, waits: 2, instances: 1 });
  expect(trouble.lastFaultAt! - faultAt).toBeLessThan(10_000);
  expect(trouble.lastFaultAt).toBeGreaterThanOrEqual(faultAt);
  expect(tries).toBe(5);
});

test('an instance that could not even read the class counts it with the first answer that it can give', async () => {
  scene.emulator.setFaults({ rules: [{ on: 'database', kind: 'timeout', function: 'line' }] });
  for (const index of range(3)) expect(await scene.worker(index).claim('tea')).toMatchObject({ code: 'BUSY' });
  scene.emulator.setFaults({});
  await scene.worker(3).claim('tea');

  const { trouble, sections } = await numbersLater(4);

  expect(trouble).toMatchObject({ faults: 0, lastFaultAt: null, waits: 3 });
  expect(sections.find(one => one.sectionId === 'tea')).toMatchObject({ tries: 1 });
});

test('a release without trouble has none to show', async () => {
  await scene.worker(0).claim('tea');

  expect((await numbersLater(1)).trouble).toEqual({ faults: 0, lastFaultAt: null, waits: 0, instances: 1 });
});

test('claims before the opening are not counted', async () => {
  scene.emulator.setClock(-2 * 3_600_000);
  for (const index of range(5)) await scene.worker(index).claim('tea');
  scene.emulator.setClock(-2 * 3_600_000 + 30_000);
  await scene.worker(0).claim('tea');

  const answer = await staff.call('staff.numbers', { batchId: 'b' });

  expect(answer).toMatchObject({ data: { tries: 0, turnedAway: 0, seconds: [] } });
});

describe('after a rush nobody calls any more', () => {
  const CROWD = 9;
  const INSTANCES = 3;
  let rushed: Scene;
  let clerk: Person;
  /** The batch opens at 0 of the clock; the crowd comes in its first second, spread over all instances. */
  beforeEach(async () => {
    rushed = await startScene({
      sections: { tea: { capacity: 1 } },
      batch: { opensAt: Date.now() + 3_600_000 },
      workers: CROWD + 3,
      emulator: { instances: { min: 0, max: 2, perFunction: { line: { min: INSTANCES, max: INSTANCES } } } },
    });
    clerk = await rushed.holder('staff', '王敏');
    await untilIdle(rushed.emulator, 'line', INSTANCES);
    at(500);
    // Each call takes long enough for the next one to find the instance busy.
    rushed.emulator.setFaults({ databaseLatencyMs: { min: 30, max: 30 } });
    await Promise.all(range(CROWD).map(index => rushed.worker(index).claim('tea')));
    rushed.emulator.setFaults({});
  });
  afterEach(() => rushed.stop());

  const at = (ms: number) => rushed.emulator.setClock(rushed.opensAt + ms - Date.now());
  const shown = async () => {
    const answer = await clerk.call('staff.numbers', { batchId: 'b' });
    if (!answer.ok) throw new Error(answer.code);
    return answer.data;
  };
  /** It collects 12 s after the stroke. Its board hangs for minutes, unless the clock says that they are over. */
  const timerAfterTheRush = async (ms = 10_000) => {
    at(ms);
    const fired = rushed.emulator.fireTimer('stroke');
    while ((await shown()).countedUntil === null) await new Promise(resolve => setTimeout(resolve, 100));
    at(20 * 60_000);
    return fired;
  };
  /**
   * The timer comes every 30 s until no instance has written since it came last. On a busy machine an order may pass an
   * instance by, and the next one reaches it. Returns how often it collected.
   */
  const untilNothingMoves = async (): Promise<number> => {
    for (const times of range(INSTANCES + 1)) {
      const { data } = (await rushed.emulator.fireTimer('stroke')) as { data: { collected: number } };
      if (data.collected === 0) return times;
    }
    throw new Error('The timer goes on collecting though nobody claims any more.');
  };

  test('control: without the timer nothing is counted, and the numbers say that they are not complete', async () => {
    at(20_000);

    expect(await shown()).toMatchObject({ tries: 0, turnedAway: 0, countedUntil: null, pending: true });
    at(20 * 60_000);
    expect(await shown()).toMatchObject({ tries: 0, countedUntil: null, pending: false });
  });

  test('the timer has every instance write: all are counted, and the numbers say until when', async () => {
    expect(await timerAfterTheRush()).toMatchObject({ ok: true, data: { collected: 1 } });
    await untilNothingMoves();

    const { tries, turnedAway, countedUntil, pending, trouble } = await shown();
    expect({ tries, turnedAway, pending, instances: trouble.instances }).toEqual({
      tries: CROWD,
      turnedAway: CROWD - 1,
      pending: false,
      instances: INSTANCES,
    });
    expect(countedUntil! - rushed.opensAt).toBeGreaterThanOrEqual(12_000);
  });

  test('a timer that comes late makes it good', async () => {
    await timerAfterTheRush(40_000);
    await untilNothingMoves();

    expect(await shown()).toMatchObject({ tries: CROWD, pending: false });
  });

  test('a crowd that comes later is collected at the next time of the timer; where nothing moves nobody is called', async () => {
    await timerAfterTheRush();
    // The instances wrote after the order, so they are asked once more.
    expect(await untilNothingMoves()).toBeGreaterThanOrEqual(1);
    at(3_600_000);
    expect(await rushed.emulator.fireTimer('stroke')).toMatchObject({ data: { collected: 0 } });

    rushed.emulator.setFaults({ databaseLatencyMs: { min: 30, max: 30 } });
    await Promise.all(range(CROWD).map(index => rushed.worker(index).claim('tea')));
    rushed.emulator.setFaults({});
    at(3_600_000 + 20_000);
    expect(await untilNothingMoves()).toBeGreaterThanOrEqual(1);

    expect(await shown()).toMatchObject({ tries: 2 * CROWD, pending: false });
  });
});
