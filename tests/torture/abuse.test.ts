import { WIDE } from '../../domain/api/rate-limit';
import type { AnswerOf } from '../../domain/api';
import { startScene, type Person, type Scene } from '../journeys/scene';
import { builtWith, type Built, type Seed } from './variant';

/** A script at 50 calls a second gains nothing over one tap, and its calls cost the database next to nothing. */

const UNLIMITED: Seed = {
  file: 'server/base/buckets.ts',
  replace: 'return waitMs;',
  by: 'return 0 * waitMs;',
};

let built: Built | undefined;
let scene: Scene;
afterEach(async () => {
  await scene.stop();
  built?.remove();
  built = undefined;
});

/** One instance, which takes calls in the order in which they come: what a place depends on is then only that order. */
async function sceneOf(capacity: number, workers: number, seed?: Seed): Promise<void> {
  built = seed && (await builtWith(seed));
  scene = await startScene({
    sections: { tea: { capacity, waitlistLimit: 0 } },
    workers,
    batch: { opensAt: Date.now() + 3_600_000 },
    emulator: { instances: { min: 0, max: 1 }, ...(built && { functions: built.functions }) },
  });
  // The instance learns the section, as every instance has by the time of a release.
  await scene.worker(0).claim('tea');
}

/** Sets the clock so that the batch opens in so many ms. */
const opensIn = (ms: number) => scene.emulator.setClock(scene.opensAt - ms - Date.now());
/** All but the counting for staff, which is bounded by time and not by calls. */
const operations = () =>
  Object.entries(scene.emulator.database.operations())
    .filter(([name]) => !name.endsWith(':tallies'))
    .reduce((sum, [, count]) => sum + count, 0);
const codesOf = (answers: AnswerOf<'line.claim'>[]) =>
  answers.map(answer => (answer.ok ? (answer.data.already ? 'ALREADY' : 'TAKEN') : answer.code));
const hammer = async (script: Person, seconds: number): Promise<AnswerOf<'line.claim'>[]> => {
  const call = scene.emulator.as(script.openid, { hasty: true });
  const answers: AnswerOf<'line.claim'>[] = [];
  while (answers.length < 50 * seconds) answers.push(await call('line.claim', { batchId: 'b', sectionId: 'tea' }));
  return answers;
};

test('500 calls of one openid: one entry, and database operations bounded by the bucket and not by the calls', async () => {
  await sceneOf(20, 2);
  opensIn(-1_000);
  scene.emulator.database.resetOperations();
  const beganAt = scene.emulator.now();

  const codes = codesOf(await hammer(scene.worker(1), 10));

  const letIn = WIDE.size + Math.ceil((scene.emulator.now() - beganAt) / WIDE.everyMs) + 1;
  expect(codes.filter(code => code === 'TAKEN')).toHaveLength(1);
  expect(codes.filter(code => code !== 'BUSY').length).toBeLessThanOrEqual(letIn);
  expect(scene.line('tea')).toEqual([scene.worker(1).memberId]);
  expect(scene.standing(scene.worker(1))?.holds).toHaveLength(1);
  // Two for the place; each time that it is asked for again, a try to reserve and a look at the line.
  expect(operations()).toBeLessThanOrEqual(2 + 2 * (letIn - 1));
});

test('control: without the limit each of them costs two', async () => {
  await sceneOf(20, 2, UNLIMITED);
  opensIn(-1_000);
  scene.emulator.database.resetOperations();

  const codes = codesOf(await hammer(scene.worker(1), 10));

  expect(codes.filter(code => code === 'ALREADY')).toHaveLength(499);
  expect(operations()).toBeGreaterThanOrEqual(2 * 499);
});

test('calls before the stroke gain nothing: no operation, no entry, and at the stroke the hammerer stands where it taps', async () => {
  await sceneOf(20, 12);
  const script = scene.worker(11);
  opensIn(30_000);
  // The instance looks whether its facts are still right; every 15 s, whoever calls.
  await scene.worker(0).claim('tea');
  scene.emulator.database.resetOperations();

  const early = codesOf(await hammer(script, 4));
  expect(operations()).toBe(0);
  expect(new Set(early)).toEqual(new Set(['NOT_OPEN', 'BUSY']));
  expect(scene.line('tea')).toEqual([]);

  // At the stroke everybody taps once, the hammerer last: 200 calls before it have not brought it forward.
  opensIn(0);
  const people = [...Array.from({ length: 10 }, (_, index) => scene.worker(index + 1)), script];
  await Promise.all(people.map(person => person.claim('tea')));
  await script.claimUntilAnswered('tea');

  expect(scene.line('tea')).toEqual(people.map(person => person.memberId));
  expect(scene.section('tea').line.every(entry => entry.at >= scene.opensAt)).toBe(true);
});

test('at the stroke 50 calls at once stand where their first one stands; those after it do not help', async () => {
  await sceneOf(60, 31);
  opensIn(-1);
  const script = scene.worker(30);
  const crowd = Array.from({ length: 30 }, (_, index) => scene.worker(index));

  // Ten people, then the script's 50, with the other twenty in between.
  const calls = [
    ...crowd.slice(0, 10),
    ...crowd.slice(10).flatMap(person => [script, script, person]),
    ...Array.from({ length: 10 }, () => script),
  ];
  await Promise.all(calls.map(person => person.claim('tea')));

  const once = [...new Set(calls.map(person => person.memberId))];
  expect(scene.line('tea')).toEqual(once);
});
