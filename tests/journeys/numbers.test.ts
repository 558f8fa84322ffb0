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
  const { sections, tries, turnedAway, seatsByMinute } = answer.data;
  const tea = sections.find(one => one.sectionId === 'tea')!;
  expect(tea).toMatchObject({ seated: 2, waiting: 1, tries: 11, turnedAway: 7, suggestedCapacity: 5 });
  expect(tries).toBe(13);
  expect(turnedAway).toBe(6);
  expect(seatsByMinute.reduce((sum, seats) => sum + seats, 0)).toBe(4);
});

test('claims before the opening are not counted', async () => {
  scene.emulator.setClock(-2 * 3_600_000);
  for (const index of range(5)) await scene.worker(index).claim('tea');
  scene.emulator.setClock(-2 * 3_600_000 + 30_000);
  await scene.worker(0).claim('tea');

  const answer = await staff.call('staff.numbers', { batchId: 'b' });

  expect(answer).toMatchObject({ data: { tries: 0, turnedAway: 0, seconds: [] } });
});
