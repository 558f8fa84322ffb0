import { range, startScene, tally, type Scene } from './scene';

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/** Open and closed by the server's clock, to the millisecond. */
const HOUR = 3_600_000;
let scene: Scene;
beforeAll(async () => {
  scene = await startScene({
    sections: { tea: { capacity: 5, waitlistLimit: 5 } },
    emulator: { instances: { min: 0, max: 1 } },
  });
});
afterAll(() => scene.stop());

/** Sets the server's clock so that it reads `at` about now. */
const clockAt = (at: number) => scene.emulator.setClock(at - Date.now());

test('well before the stroke: NOT_OPEN, with the instant to count down to; nothing is written', async () => {
  clockAt(scene.opensAt - HOUR);

  const answers = await Promise.all(range(5).map(index => scene.worker(index).claim('tea')));

  expect(tally(answers)).toEqual({ NOT_OPEN: 5 });
  expect(answers[0]).toMatchObject({ details: { opensAt: scene.opensAt } });
  expect(answers[0]!.now).toBeGreaterThanOrEqual(scene.opensAt - HOUR);
  expect(scene.line('tea')).toEqual([]);
  expect(scene.standing(scene.worker(0))?.holds).toEqual([]);
});

test('a script that hammers before the stroke gets no seat before it, and comes after who taps once', async () => {
  const script = scene.emulator.as(scene.worker(0).openid, { hasty: true });
  const tap = scene.emulator.as(scene.worker(5).openid, { hasty: true });
  const claim = { batchId: 'b', sectionId: 'tea' };

  const codes = new Set<string>();
  // However slow the machine: it hammers before the stroke until it is told to wait.
  while (!codes.has('BUSY')) {
    clockAt(scene.opensAt - 300);
    const answer = await script('line.claim', claim);
    codes.add(answer.ok ? 'OK' : answer.code);
  }
  clockAt(scene.opensAt);
  let once: Promise<unknown> | undefined;
  while (!once) {
    await pause(15);
    const answer = await script('line.claim', claim);
    codes.add(answer.ok ? 'OK' : answer.code);
    if (scene.emulator.now() >= scene.opensAt + 200) once = tap('line.claim', claim);
  }
  expect(await once).toMatchObject({ ok: true });
  // It may have what is left as soon as it waits as long as it is told.
  const busy = await script('line.claim', claim);
  await pause(!busy.ok && busy.code === 'BUSY' ? busy.details.retryAfterMs : 0);
  expect(await script('line.claim', claim)).toMatchObject({ ok: true });

  expect([...codes].sort()).toEqual(['BUSY', 'NOT_OPEN']);
  expect(scene.line('tea')).toEqual([scene.worker(5).memberId, scene.worker(0).memberId]);
  expect(scene.section('tea').line.every(entry => entry.at >= scene.opensAt)).toBe(true);
});

test('from the instant of closing on: CLOSED', async () => {
  clockAt(scene.opensAt + 48 * HOUR);
  expect(await scene.worker(1).claim('tea')).toMatchObject({
    code: 'CLOSED',
    details: { closesAt: scene.opensAt + 48 * HOUR },
  });
  expect(await scene.worker(1).enter()).toMatchObject({ code: 'CLOSED' });
});

test('staff bring the release forward: instances that remember the old instant open with the rest', async () => {
  clockAt(scene.opensAt - HOUR);
  await scene.worker(2).claim('tea');
  const opensAt = scene.opensAt - HOUR + 20_000;
  await scene.set('sections', { ...scene.section('tea'), opensAt, revision: 2 });

  clockAt(opensAt + 1_000);

  expect(await scene.worker(2).claim('tea')).toMatchObject({ ok: true });
});

test('staff put it off: nobody gets in on old facts', async () => {
  clockAt(scene.opensAt + HOUR);
  await scene.worker(3).claim('tea');
  await scene.set('sections', { ...scene.section('tea'), opensAt: scene.opensAt + 2 * HOUR, revision: 3 });

  expect(await scene.worker(4).claim('tea')).toMatchObject({ code: 'NOT_OPEN' });
  expect(scene.line('tea')).not.toContain(scene.worker(4).memberId);
  expect(scene.standing(scene.worker(4))?.holds).toEqual([]);
});
