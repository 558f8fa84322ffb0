import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FULL_MEMORY_MS, LONGEST_REOPEN_MS } from '../../domain/line/full-memory';
import { made, outboxOf, toldOf } from './changing';
import { range, SOUND, startScene, tally, type Person, type Scene } from './scene';

/** Staff change a batch while hundreds claim: the act wins, nothing is oversold or undersold, whoever moves up is told once. */
const CROWD = 240;
const LATENCY = { databaseLatencyMs: { min: 0, max: 3 } };
let scene: Scene;
afterEach(() => scene.stop());

const begin = (options: Partial<Parameters<typeof startScene>[0]> = {}) =>
  startScene({
    sections: { tea: { capacity: 20, waitlistLimit: 60 } },
    batch: { limit: 1 },
    workers: CROWD,
    emulator: { instances: { perFunction: { line: { min: 4, max: 4 }, desk: { min: 1, max: 2 } } }, faults: LATENCY },
    ...options,
  });
const people = () => range(CROWD).map(scene.worker);
/** The first half taps; the second half is called when the act is on its way. */
const half = (which: 0 | 1) => range(CROWD / 2).map(index => scene.worker(which * (CROWD / 2) + index));
const claiming = (crowd: Person[]) => crowd.map(person => person.claimUntilAnswered('tea'));
/** Resolves when so many stand in the line. */
async function untilJoined(count: number): Promise<void> {
  while (scene.section('tea').lineCount < count) await new Promise(resolve => setTimeout(resolve, 2));
}

test('capacity is raised twice while 240 claim', async () => {
  scene = await begin();
  const staff = await scene.holder('staff', '王敏');

  const early = claiming(half(0));
  await untilJoined(25);
  const raising = made(staff, { kind: 'capacity', sectionId: 'tea', capacity: 30 });
  const late = claiming(half(1));
  const first = await raising;
  const second = await made(staff, { kind: 'capacity', sectionId: 'tea', capacity: 40 });
  const answers = await Promise.all([...early, ...late]);
  expect([first.done, second.done]).toEqual([true, true]);

  // Who was told FULL comes again when the line has opened, and everybody else keeps their place.
  scene.emulator.setClock(LONGEST_REOPEN_MS + 500);
  const again = await Promise.all(people().map(person => person.claimUntilAnswered('tea')));
  expect(tally(again)).toEqual({ SEATED: 40, WAITING: 60, FULL: CROWD - 100 });
  const line = scene.line('tea');
  expect([line.length, new Set(line).size, scene.section('tea').lineCount]).toEqual([100, 100, 100]);
  answers.forEach((answer, index) => {
    if (answer.ok) expect(line).toContain(scene.worker(index).memberId);
  });

  const told = toldOf(scene, 'tea');
  expect(new Set(told).size).toBe(told.length);
  const waitedOnce = people().filter((_, index) => answers[index]!.ok && stateOf(answers[index]!) === 'WAITING');
  const up = waitedOnce.filter(({ memberId }) => line.indexOf(memberId) < 40);
  for (const { memberId } of up) expect(told).toContain(`PROMOTED ${memberId}`);
  for (const word of told) expect(line.indexOf(word.split(' ')[1]!)).toBeLessThan(40);
  const outbox = outboxOf(scene);
  expect(outbox.length).toBeGreaterThan(0);
  expect(outbox.every(one => one.doneAt !== null)).toBe(true);
  expect(scene.healing()).toEqual(SOUND);
});

const stateOf = (answer: { ok: boolean; data?: unknown }) =>
  (answer.data as { place?: { state: string } } | undefined)?.place?.state;

test('a class is called off while 240 claim: nobody is left in the line, nobody is left with a hold', async () => {
  scene = await begin();
  const staff = await scene.holder('staff', '王敏');

  const claims = claiming(half(0));
  await untilJoined(10);
  const effect = await made(staff, { kind: 'cancelSection', sectionId: 'tea' });
  const after = tally(await Promise.all(claiming(half(1))));
  await Promise.all(claims);

  // An instance that has just seen the line full says FULL for three seconds more, which is as true.
  expect((after['SECTION_CANCELLED'] ?? 0) + (after['FULL'] ?? 0)).toBe(CROWD / 2);
  scene.emulator.setClock(FULL_MEMORY_MS);
  expect(tally(await Promise.all(claiming(half(1))))).toEqual({ SECTION_CANCELLED: CROWD / 2 });
  expect(scene.line('tea')).toEqual([]);
  expect(toldOf(scene, 'tea')).toHaveLength(effect.told);
  expect(effect.told).toBeGreaterThanOrEqual(10);
  expect(people().filter(person => (scene.standing(person)?.holds.length ?? 0) > 0)).toEqual([]);
  expect(scene.healing()).toEqual(SOUND);
});

test('control: who looks and then raises, in two steps, leaves people untold who moved up', async () => {
  const functions = mkdtempSync(join(tmpdir(), 'naive-'));
  cpSync(join(__dirname, '../../dist/functions'), functions, { recursive: true });
  cpSync(join(__dirname, 'naive-functions/raise'), join(functions, 'raise'), { recursive: true });
  scene = await begin({
    emulator: {
      functions,
      instances: { perFunction: { line: { min: 4, max: 4 }, raise: { min: 1, max: 1 } } },
      faults: LATENCY,
    },
  });

  await Promise.all(claiming(people().slice(0, 20)));
  const raising = scene.emulator.post('raise', { sectionId: 'tea', capacity: 70 });
  const answers = await Promise.all(claiming(people().slice(20, 70)));
  await raising;
  rmSync(functions, { recursive: true, force: true });

  const line = scene.line('tea');
  const waited = people()
    .slice(20, 70)
    .filter((_, index) => stateOf(answers[index]!) === 'WAITING');
  const up = waited.filter(({ memberId }) => line.indexOf(memberId) < 70);
  const told = toldOf(scene, 'tea');
  expect(up.filter(({ memberId }) => !told.includes(`PROMOTED ${memberId}`)).length).toBeGreaterThan(0);
});
