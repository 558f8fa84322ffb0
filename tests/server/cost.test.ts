import { MINUTE } from '../../domain/base/clock';
import { range, startScene, type Scene } from '../journeys/scene';

/**
 * The cost of a claim is part of its promise. One instance, so that its memory is the one that is asked; operations are
 * counted at the emulator. The facts of the batch are known to the instance, as after the waiting room.
 */
const SECTIONS = {
  tea: { capacity: 1, waitlistLimit: 1 },
  full: { capacity: 1 },
  guqin: { capacity: 5 },
};
let scene: Scene;

beforeAll(async () => {
  scene = await startScene({ sections: SECTIONS, workers: 20, emulator: { instances: { min: 0, max: 1 } } });
});
afterAll(() => scene.stop());
beforeEach(async () => {
  scene.emulator.setClock(0);
  await scene.worker(0).enter();
});

/** All but the counting for staff, which is bounded by time and not by claims: see the last test. */
async function operationsOf(work: () => Promise<unknown>): Promise<number> {
  scene.emulator.database.resetOperations();
  await work();
  return Object.entries(scene.emulator.database.operations())
    .filter(([name]) => !name.endsWith(':tallies'))
    .reduce((sum, [, count]) => sum + count, 0);
}

const tallyWrites = () => scene.emulator.database.operations()['database.modifyDocument:tallies'] ?? 0;

test('a winner: two operations, in a seat or waiting', async () => {
  expect(await operationsOf(() => scene.worker(0).claim('tea'))).toBe(2);
  expect(await operationsOf(() => scene.worker(1).claim('tea'))).toBe(2);
  expect(scene.line('tea')).toHaveLength(2);
});

test('a drop: the line, the notice to send, that one leaves, the pull, the hold, the notice again, and what was lent', async () => {
  await scene.worker(10).claim('guqin');

  expect(await operationsOf(() => scene.worker(10).drop('guqin'))).toBe(7);
});

test('a loser behind a line known to be full: none', async () => {
  await scene.worker(0).claim('full');
  await scene.worker(1).claim('full');

  expect(await operationsOf(() => Promise.all(range(10).map(index => scene.worker(2 + index).claim('full'))))).toBe(0);
  expect(await scene.worker(2).claim('full')).toMatchObject({ code: 'FULL' });
});

test('when the memory has run out, one look renews it for everybody', async () => {
  scene.emulator.setClock(10_000);

  expect(await operationsOf(() => scene.worker(12).claim('full'))).toBe(1);
  expect(await operationsOf(() => scene.worker(13).claim('full'))).toBe(0);
});

test('one look renews every full line that is asked for, however many', async () => {
  const askBoth = async () => [await scene.worker(14).claim('full'), await scene.worker(15).claim('tea')];
  scene.emulator.setClock(20_000);
  expect(await operationsOf(askBoth)).toBe(2);
  scene.emulator.setClock(22_000);
  expect(await operationsOf(askBoth)).toBe(0);

  scene.emulator.setClock(23_500);
  expect(await operationsOf(askBoth)).toBe(1);
  expect(await askBoth()).toMatchObject([{ code: 'FULL' }, { code: 'FULL' }]);
});

test('who stands in the full line asks again: one read, and the same place', async () => {
  await scene.worker(5).claim('full');

  expect(await operationsOf(() => scene.worker(0).claim('full'))).toBe(1);
  expect(await scene.worker(0).claim('full')).toMatchObject({ data: { already: true, place: { number: 1 } } });
});

test('too early and too late: none', async () => {
  scene.emulator.setClock(-2 * 3_600_000);
  await scene.worker(0).enter();
  expect(await operationsOf(() => scene.worker(3).claim('guqin'))).toBe(0);
  expect(await scene.worker(3).claim('guqin')).toMatchObject({ code: 'NOT_OPEN' });

  scene.emulator.setClock(47 * 3_600_000 + 1);
  await scene.worker(3).claim('guqin');
  expect(await operationsOf(() => scene.worker(3).claim('guqin'))).toBe(0);
  expect(await scene.worker(3).claim('guqin')).toMatchObject({ code: 'CLOSED' });
});

/** One after the other, each at the same instant of the emulator's clock, however slow the machine is. */
async function eachAt(now: number, work: (index: number) => Promise<unknown>): Promise<void> {
  for (const index of range(15)) {
    scene.emulator.setClock(now - Date.now());
    await work(index);
  }
}

test('the board: none within a second of another viewer’s look', async () => {
  const look = (index: number) => scene.emulator.as(scene.worker(index).openid)('line.board', { batchId: 'b' });
  await look(0);
  const now = scene.emulator.now();
  expect(await operationsOf(() => eachAt(now, look))).toBe(0);

  scene.emulator.setClock(now + 1_500 - Date.now());
  expect(await operationsOf(() => look(1))).toBe(1);
});

test('the pages of the catalogue: none within the lifetime of their memory', async () => {
  const open = (index: number) => scene.emulator.as(scene.worker(index).openid)('catalog.batch', { batchId: 'b' });
  await open(0);
  const now = scene.emulator.now();
  expect(await operationsOf(() => eachAt(now, open))).toBe(0);

  scene.emulator.setClock(now + MINUTE - Date.now());
  expect(await operationsOf(() => open(1))).toBeGreaterThan(0);
});

test('the waiting room: three operations the first time, two for who comes again', async () => {
  const { openid, memberId } = scene.stranger('new');
  const profile = { name: '何燕', phone: '13800001234', employer: '医院', unionMember: true };
  await scene.set('members', { _id: memberId, openid, ...profile, roles: [] });

  expect(await operationsOf(() => scene.stranger('new').enter())).toBe(3);
  expect(await operationsOf(() => scene.stranger('new').enter())).toBe(2);
});

test('what is counted for staff: one write in ten seconds an instance, however many claims', async () => {
  await scene.worker(0).claim('full');
  scene.emulator.setClock(60_000);
  scene.emulator.database.resetOperations();

  await Promise.all(range(18).map(index => scene.worker(2 + index).claim('full')));
  expect(tallyWrites()).toBe(1);

  scene.emulator.setClock(75_000);
  await scene.worker(2).claim('full');
  expect(tallyWrites()).toBe(2);
});

test('a claim that the database had no time for is counted without an operation', async () => {
  scene.emulator.setClock(100_000);
  await scene.worker(14).claim('full');
  const conflict = { on: 'database', kind: 'conflict', function: 'line', collection: 'standings' } as const;
  scene.emulator.setFaults({ rules: [conflict] });
  scene.emulator.database.resetOperations();

  // Long after the last write, so that one would be due.
  scene.emulator.setClock(130_000);
  expect(await scene.worker(14).claim('guqin')).toMatchObject({ code: 'BUSY' });
  scene.emulator.setFaults({});

  expect(tallyWrites()).toBe(0);
  expect(Object.values(scene.emulator.database.operations())).toEqual([]);
});

describe('in an environment that does not know updateAndReturn', () => {
  let other: Scene;
  beforeAll(async () => {
    const rules = [{ on: 'database', kind: 'unknown', action: 'modifyAndReturnDoc' } as const];
    const emulator = { instances: { min: 0, max: 1 }, faults: { rules } };
    other = await startScene({ sections: { tea: { capacity: 5 } }, workers: 5, emulator });
  });
  afterAll(() => other.stop());

  test('a winner: three operations, besides the one that the first is refused', async () => {
    await other.worker(0).enter();
    const costs: number[] = [];
    for (const index of range(3)) {
      other.emulator.database.resetOperations();
      expect(await other.worker(index).claim('tea')).toMatchObject({ data: { place: { number: index + 1 } } });
      const asked = other.emulator.database.operations();
      costs.push(Object.entries(asked).reduce((sum, [name, n]) => sum + (name.endsWith(':tallies') ? 0 : n), 0));
    }

    // What the emulator refuses as a fault does not reach its database, and is not counted there.
    expect(costs).toEqual([3, 3, 3]);
  });
});
