import { range, startScene, type Person, type Scene } from './scene';

/** Feature 34: what a release was like, from what the instances counted and what the lines hold. */
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
