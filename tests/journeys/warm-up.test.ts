import { range, startScene, type Scene } from './scene';

/** Before a release the platform's timer warms the claim function, so that the first claims find everything ready. */
const LEAD_MS = 170_000;
const WARM = 4;
const OWNER = 'the-owner-of-this-environment';
let scene: Scene;
beforeEach(async () => {
  scene = await startScene({
    sections: Object.fromEntries(range(WARM).map(i => [`s${i}`, { capacity: 9 }])),
    batch: { opensAt: Date.now() + LEAD_MS },
    workers: WARM,
    // As in the cloud: an instance starts for a call that finds none free, and is not there by itself.
    emulator: { instances: { min: 0, max: WARM }, env: { HG_OWNER_KEY: OWNER } },
  });
});
afterEach(() => scene.stop());

const stateOfLine = async () => {
  const { body } = await scene.emulator.send('GET', '/_emulator/health');
  return (body as { functions: Record<string, { instances: number; running: number; waiting: number }> }).functions[
    'line'
  ]!;
};
const instances = async (): Promise<number> => (await stateOfLine()).instances;
/** The instances that have answered a call of the claim function. */
const haveAnswered = () =>
  new Set(scene.emulator.lines.filter(one => one.kind === 'call' && one.function === 'line').map(one => one.instance));
/** As in the cloud the timer fires again and again; on a busy machine an instance may need more than one time to start. */
async function untilWarm() {
  while (haveAnswered().size < WARM) {
    expect(await scene.emulator.fireTimer('stroke')).toMatchObject({ ok: true, data: { warmed: WARM } });
    for (let state = await stateOfLine(); state.running + state.waiting > 0; state = await stateOfLine())
      await new Promise(resolve => setTimeout(resolve, 50));
  }
}
/** Everybody taps at the stroke; the operations that it took. */
async function rush(): Promise<Record<string, number>> {
  scene.emulator.setClock(LEAD_MS + 1_000);
  scene.emulator.database.resetOperations();
  const answers = await Promise.all(range(WARM).map(i => scene.worker(i).claim(`s${i}`)));
  expect(answers.map(answer => answer.ok)).toEqual(range(WARM).map(() => true));
  return scene.emulator.database.operations();
}

test('after the timer has fired so many instances are warm that were asked for, and no claim reads what a claim needs', async () => {
  await untilWarm();

  expect(await instances()).toBe(WARM);
  const operations = await rush();
  // A claim reserves and joins; the join answers where the person stands.
  expect(operations['database.getDocument:sections']).toBeUndefined();
  expect(operations['database.getDocument:batches']).toBeUndefined();
});

test('control: without it the first claims read their section and the batches first', async () => {
  expect(await instances()).toBe(0);

  const operations = await rush();

  expect(operations['database.getDocument:sections']).toBe(WARM);
  expect(operations['database.getDocument:batches']).toBeGreaterThan(0);
});

test('long before a release the timer does nothing', async () => {
  scene.emulator.setClock(-3_600_000);

  expect(await scene.emulator.fireTimer('stroke')).toMatchObject({ ok: true, data: { warmed: 0, posts: 0 } });
  expect(await instances()).toBe(0);
});

test('nobody but the platform warms anything: an event that says it is a timer has no way in', async () => {
  const event = {
    Type: 'Timer',
    TriggerName: 'warm-up',
    Message: JSON.stringify({ batchId: 'b', count: 50, until: Date.now() + 5_000 }),
  };

  expect((await scene.emulator.post('line', event, scene.worker(0).openid)).body).toMatchObject({ ok: false });
  expect(await instances()).toBe(1);
});

test('at the stroke no instance is held, however many were asked for: what comes too late is let go at once', async () => {
  const late = { Type: 'Timer', TriggerName: 'warm', Key: OWNER };
  const order = (until: number) => JSON.stringify({ task: 'warm', batchId: 'b', count: 500, until });
  scene.emulator.database.resetOperations();

  await Promise.all(
    range(40).map(() => scene.emulator.call('line', { ...late, Message: order(scene.emulator.now() - 1) })),
  );

  // Nothing was learnt and nothing passed on.
  expect(Object.keys(scene.emulator.database.operations())).toEqual([]);
  const calls = scene.emulator.lines.filter(one => one.kind === 'call' && one.function === 'line');
  expect(calls).toHaveLength(40);
});
