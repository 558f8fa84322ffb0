import { join } from 'node:path';
import type { FaultRule, FaultSettings } from '../../../emulator/emulator';
import { Faults } from '../../../emulator/faults/faults';
import { startEmulated } from '../../emulated';
import type { Emulated } from '../../emulated';

let emulator: Emulated;
beforeAll(async () => {
  emulator = await startEmulated({ functions: join(__dirname, '../fixtures/functions'), instances: { max: 1 } });
});
beforeEach(async () => {
  emulator.setFaults({});
  await emulator.database.import('numbers', [{ _id: 'one', n: 0 }]);
});
afterAll(() => emulator.stop());

const inc = () => emulator.post('sdk', { collection: 'numbers', inc: 'one' });
const n = () => emulator.database.read('numbers')[0]!['n'];
const onUpdate = { on: 'database', action: 'modifyDocument', collection: 'numbers', times: 1 } as const;

test('without faults nothing goes wrong', async () => {
  expect(await inc()).toMatchObject({ status: 200, body: { stats: { updated: 1 } } });
  expect(n()).toBe(1);
});

test('a conflict: nothing is done, and the error is the real one', async () => {
  emulator.setFaults({ rules: [{ ...onUpdate, kind: 'conflict' }] });

  const answer = await inc();

  expect(answer).toMatchObject({ status: 502 });
  expect((answer.body as { message: string }).message).toContain('[ResourceUnavailable.TransactionConflict]');
  expect(n()).toBe(0);
});

test('a conflict at the commit ends the transaction: the SDK’s next try finds nothing locked', async () => {
  emulator.setFaults({ rules: [{ on: 'database', action: 'commitTransaction', times: 1, kind: 'conflict' }] });

  const answer = await emulator.post('sdk', { collection: 'numbers', incInTransaction: 'one' });

  expect(answer).toMatchObject({ status: 200 });
  expect(n()).toBe(1);
});

test('a time-out of the database: nothing is done', async () => {
  emulator.setFaults({ rules: [{ ...onUpdate, kind: 'timeout' }] });

  const answer = await inc();

  expect((answer.body as { message: string }).message).toContain('-501002 resource server timeout');
  expect(n()).toBe(0);
});

test('a lost reply of the database: the work is done, the function does not learn of it', async () => {
  emulator.setFaults({ rules: [{ ...onUpdate, kind: 'lostReply' }] });

  const answer = await inc();

  expect((answer.body as { message: string }).message).toContain('socket hang up');
  expect(n()).toBe(1);
});

test.each([
  ['before', 0],
  ['after', 1],
] as const)('an instance that dies %s its write: %d writes are done, the call is 502', async (when, done) => {
  emulator.setFaults({ rules: [{ ...onUpdate, kind: 'kill', when }] });

  const answer = await inc();
  const written = n();
  const next = await inc();

  expect(answer).toMatchObject({ status: 502, body: { code: 'FUNCTION_CRASHED' } });
  expect(written).toBe(done);
  expect(next.status).toBe(200);
});

test('a lost reply of a call: the function has run, the client’s connection breaks', async () => {
  emulator.setFaults({ rules: [{ on: 'call', kind: 'lostReply', function: 'sdk', times: 1 }] });

  await expect(inc()).rejects.toThrow(/hang up|ECONNRESET/);

  expect(n()).toBe(1);
  expect((await inc()).status).toBe(200);
});

test('a time-out of a call: 504, the function has not run', async () => {
  emulator.setFaults({ rules: [{ on: 'call', kind: 'timeout', function: 'sdk', times: 1 }] });

  expect(await inc()).toMatchObject({ status: 504, body: { code: 'FUNCTION_TIMEOUT' } });
  expect(n()).toBe(0);
});

test('a time-out of a call that came too late: 504, and the work is done', async () => {
  emulator.setFaults({ rules: [{ on: 'call', kind: 'timeout', when: 'after', function: 'sdk', times: 1 }] });

  expect(await inc()).toMatchObject({ status: 504, body: { code: 'FUNCTION_TIMEOUT' } });
  expect(n()).toBe(1);
});

test('a missing collection: the code and the words of the cloud, nothing is done', async () => {
  emulator.setFaults({ rules: [{ ...onUpdate, kind: 'missing' }] });

  const answer = await inc();

  expect((answer.body as { message: string }).message).toMatch(/-502005.*Db or Table not exist: numbers/);
  expect(n()).toBe(0);
});

test.each([
  ['missing', 404, 'FUNCTION_NOT_FOUND'],
  ['broken', 502, 'FUNCTION_BROKEN'],
  ['memory', 502, 'OUT_OF_MEMORY'],
  ['stopped', 403, 'ENV_ISOLATED'],
] as const)('a function that is %s is %d, and is there again when the fault is over', async (kind, status, code) => {
  emulator.setFaults({ rules: [{ on: 'call', kind, times: 1 }] });

  expect(await inc()).toMatchObject({ status, body: { code } });
  expect(n()).toBe(0);
  expect(await inc()).toMatchObject({ status: 200 });
});

test('a scripted fault passes over the first ones and strikes as often as it says', async () => {
  emulator.setFaults({ rules: [{ ...onUpdate, kind: 'timeout', skip: 2, times: 2 }] });

  const statuses: number[] = [];
  for (let call = 0; call < 6; call++) statuses.push((await inc()).status);

  expect(statuses).toEqual([200, 200, 502, 502, 200, 200]);
});

test('an action that the environment does not know is refused, nothing is done, and the others go on', async () => {
  emulator.setFaults({ rules: [{ ...onUpdate, kind: 'unknown' }] });
  expect(await inc()).toMatchObject({ status: 502, body: { message: expect.stringContaining('not supported') } });

  emulator.setFaults({ rules: [{ on: 'database', kind: 'unknown', action: 'modifyAndReturnDoc' }] });
  expect(await inc()).toMatchObject({ status: 200 });
});

test('a fault on another collection, action or function strikes nobody here', async () => {
  emulator.setFaults({
    rules: [
      { on: 'database', kind: 'timeout', collection: 'others' },
      { on: 'database', kind: 'timeout', action: 'removeDocument' },
      { on: 'database', kind: 'timeout', function: 'whoami' },
      { on: 'call', kind: 'timeout', function: 'whoami' },
    ],
  });

  expect((await inc()).status).toBe(200);
});

test('what is no fault is refused with a sentence', () => {
  const set = (rule: object) => () => emulator.setFaults({ rules: [rule as FaultRule] });

  expect(set({ on: 'moon', kind: 'timeout' })).toThrow('A fault is on "database" or on "call".');
  expect(set({ on: 'call', kind: 'conflict' })).toThrow(
    'A fault on call is one of: timeout, lostReply, missing, broken, memory, stopped.',
  );
  expect(() => emulator.setFaults({ databaseLatencyMs: { min: 2, max: 1 } })).toThrow('A latency is');
});

test('faults by rate come as often as they should, and the same for the same seed', () => {
  const strikes = (seed: number) => {
    const faults = new Faults({ seed, rules: [{ on: 'call', kind: 'timeout', rate: 0.25 }] });
    return Array.from({ length: 4000 }, () => faults.strike({ on: 'call' }) !== undefined);
  };

  const first = strikes(7);

  expect(strikes(7)).toEqual(first);
  expect(strikes(8)).not.toEqual(first);
  const share = first.filter(Boolean).length / first.length;
  expect(share).toBeGreaterThan(0.22);
  expect(share).toBeLessThan(0.28);
});

test.each<[string, FaultSettings]>([
  ['database', { databaseLatencyMs: 120 }],
  ['call', { callLatencyMs: { min: 120, max: 140 } }],
])('%s latency is added', async (_, faults) => {
  await inc();
  emulator.setFaults(faults);

  const began = performance.now();
  await inc();

  expect(performance.now() - began).toBeGreaterThanOrEqual(119);
});
