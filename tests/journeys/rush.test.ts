import { join } from 'node:path';
import { untilIdle } from '../emulated';
import { range, SOUND, startScene, tally, type Scene } from './scene';

/** Never oversold, never undersold. Three instances and more, so that claims really are at once. */
const CROWD = 500;
const INSTANCES = { perFunction: { line: { min: 4, max: 4 }, naive: { min: 4, max: 4 } } };
let scene: Scene;
afterEach(() => scene.stop());

test('500 at once on 20 seats and 10 waiting places: each place once, in the order of the line, the others told FULL', async () => {
  scene = await startScene({
    sections: { tea: { capacity: 20, waitlistLimit: 10 } },
    workers: CROWD,
    emulator: { instances: INSTANCES, faults: { databaseLatencyMs: { min: 0, max: 3 } } },
  });

  const people = range(CROWD).map(scene.worker);
  const answers = await Promise.all(people.map(person => person.claimUntilAnswered('tea')));

  expect(tally(answers)).toEqual({ SEATED: 20, WAITING: 10, FULL: CROWD - 30 });
  const line = scene.line('tea');
  expect(line).toHaveLength(30);
  expect(new Set(line).size).toBe(30);
  expect(scene.section('tea').lineCount).toBe(30);
  answers.forEach((answer, index) => {
    const at = line.indexOf(people[index]!.memberId);
    if (!answer.ok) return expect(at).toBe(-1);
    const { state, number } = answer.data.place;
    return expect(state === 'SEATED' ? number - 1 : 20 + number - 1).toBe(at);
  });
  expect(scene.healing()).toEqual(SOUND);
});

test('fewer people than places: nobody is told FULL', async () => {
  scene = await startScene({
    sections: { tea: { capacity: 20, waitlistLimit: 10 } },
    workers: 25,
    emulator: { instances: INSTANCES },
  });

  const answers = await Promise.all(range(25).map(index => scene.worker(index).claimUntilAnswered('tea')));

  expect(tally(answers)).toEqual({ SEATED: 20, WAITING: 5 });
});

test('the order that people see is the order of the array', async () => {
  scene = await startScene({ sections: { tea: { capacity: 2, waitlistLimit: 3 } }, workers: 5 });

  for (const index of range(5)) await scene.worker(index).claim('tea');

  const places = await Promise.all(range(5).map(index => scene.worker(index).place('tea')));
  expect(places.map(answer => answer.ok && [answer.data.place?.state, answer.data.place?.number])).toEqual([
    ['SEATED', 1],
    ['SEATED', 2],
    ['WAITING', 1],
    ['WAITING', 2],
    ['WAITING', 3],
  ]);
  expect(scene.line('tea')).toEqual(range(5).map(index => scene.worker(index).memberId));
});

test('control: a claim that looks and then writes oversells on the same emulator', async () => {
  // Four that look at once all see a free seat: so 18 seats, which four in step do not fill exactly; and five lines, since chance may.
  const lines = range(5).map(String);
  scene = await startScene({
    sections: Object.fromEntries(lines.map(id => [id, { capacity: 18 }])),
    workers: 40,
    emulator: {
      functions: join(__dirname, 'naive-functions'),
      instances: INSTANCES,
      faults: { databaseLatencyMs: { min: 0, max: 3 } },
    },
  });

  const { emulator } = scene;
  await untilIdle(emulator, 'naive', 4);
  for (const sectionId of lines) {
    await Promise.all(
      range(40).map(index => emulator.post('naive', { memberId: scene.worker(index).memberId, sectionId })),
    );
  }

  expect(Math.max(...lines.map(id => scene.line(id).length))).toBeGreaterThan(18);
});
