import { join } from 'node:path';
import { startEmulated, untilIdle } from '../../emulated';
import type { Emulated, HttpAnswer } from '../../emulated';
import type { EmulatorOptions } from '../../../emulator/emulator';

const functions = join(__dirname, '../fixtures/functions');
let emulator: Emulated | undefined;
afterEach(() => emulator?.stop());

const start = async (instances: EmulatorOptions['instances'], options: Partial<EmulatorOptions> = {}) =>
  (emulator = await startEmulated({ functions, instances: instances!, ...options }));
const bodyOf = <T>(answer: HttpAnswer) => answer.body as T;
const many = <T>(count: number, make: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));
type Slow = { mostInside: number; instance: string };

test('an instance has one event at a time, and there are no more instances than allowed', async () => {
  const { post } = await start({ max: 3 });

  const answers = (await many(30, () => post('slow', { ms: 5 }))).map(bodyOf<Slow>);

  expect(new Set(answers.map(({ mostInside }) => mostInside))).toEqual(new Set([1]));
  // On a busy machine the others may be done before the third has started.
  expect(new Set(answers.map(({ instance }) => instance)).size).toBeLessThanOrEqual(3);
});

test('no instance starts before the first call; warm ones are there from the start', async () => {
  const { send } = await start({ perFunction: { hello: { min: 2 } } });

  const { body } = await send('GET', '/_emulator/health');

  const state = (body as { functions: Record<string, { instances: number }> }).functions;
  expect(state).toMatchObject({ hello: { instances: 2 }, whoami: { instances: 0 } });
});

test('a cold start takes at least as long as it is set to', async () => {
  const { post } = await start({ coldStartMs: 700 });

  const began = performance.now();
  await post('hello', {});
  const cold = performance.now() - began;

  expect(cold).toBeGreaterThanOrEqual(695);
});

test('calls beyond the cap are refused with 429 and run nothing; the others are served', async () => {
  const { call, post } = await start({ max: 1, concurrent: 10 });

  const ends = await many(25, () => call('slow', { ms: 10 }).catch((error: { code: string }) => error.code));
  const endless = many(10, () => call('crash', { how: 'waiting' }).catch((error: { code: string }) => error.code));
  const overHttp = await post('crash', {});
  await emulator!.stop();

  expect(ends.slice(0, 10)).toMatchObject(Array(10).fill({ mostInside: 1 }));
  expect(ends.slice(10)).toEqual(Array(15).fill('TOO_MANY_CALLS'));
  expect(overHttp).toMatchObject({ status: 429, body: { code: 'TOO_MANY_CALLS' } });
  expect(await endless).toEqual(Array(10).fill('STOPPING'));
});

describe('a function that calls itself', () => {
  test('is answered, though each call waits for an inner one: eight at once, and one four deep', async () => {
    const { post } = await start({ max: 2 });

    const answers = await many(8, () => post('self', { depth: 1 }));
    const deep = await post('self', { depth: 4 });

    expect(answers.map(bodyOf<number>)).toEqual(Array(8).fill(1));
    expect(deep).toMatchObject({ status: 200, body: 4 });
    // What was started beyond the two is gone again.
    await untilIdle(emulator!, 'self', 2);
  });

  test('deeper than there are instances: the log says why it stands still', async () => {
    const { post } = await start({ max: 1, most: 3 });

    const cutOff = post('self', { depth: 3 }).catch(() => undefined);
    const why = () => emulator!.lines.find(({ text }) => text.startsWith('all 3 instances wait for calls'));
    while (!why()) await new Promise(resolve => setTimeout(resolve, 50));
    await Promise.all([emulator!.stop(), cutOff]);

    expect(why()).toMatchObject({ function: 'self', level: 'warn' });
  });
});

test('calls that wait behind a long one go to a free instance', async () => {
  const { post } = await start({ min: 2, max: 2 });
  // Short calls teach the host to hand out batches.
  for (let round = 0; round < 20; round++) await many(40, () => post('slow', {}));

  const order: string[] = [];
  await Promise.all([
    post('slow', { ms: 900 }).then(() => order.push('long')),
    ...Array.from({ length: 40 }, () => post('slow', {}).then(() => order.push('short'))),
  ]);

  expect(order.length).toBe(41);
  expect(order.at(-1)).toBe('long');
});

test('calls that had not begun when their instance died are run by another one', async () => {
  const { post } = await start({ min: 1, max: 1 });
  for (let round = 0; round < 20; round++) await many(40, () => post('crash', {}));

  const answers = await Promise.all([
    post('crash', { how: 'exit' }),
    ...Array.from({ length: 40 }, () => post('crash', {})),
  ]);

  expect(answers[0]).toMatchObject({ status: 502, body: { code: 'FUNCTION_CRASHED' } });
  expect(answers.slice(1).filter(({ status }) => status !== 200)).toEqual([]);
});

test('two emulators in one process do not know of each other', async () => {
  const { post } = await start({});
  const other = await startEmulated({ functions, envId: 'another' });
  await emulator!.database.import('numbers', [{ _id: 'one', n: 1 }]);
  await other.database.import('numbers', [{ _id: 'one', n: 100 }]);

  await post('sdk', { collection: 'numbers', inc: 'one' });

  expect(emulator!.database.read('numbers')).toEqual([{ _id: 'one', n: 2 }]);
  expect(other.database.read('numbers')).toEqual([{ _id: 'one', n: 100 }]);
  await other.stop();
});

test('an instance that is idle for long ends, by the clock; the next call starts another, and warm ones stay', async () => {
  const { post, send, setClock } = await start({ max: 3, idleMs: 600_000, perFunction: { hello: { min: 1, max: 2 } } });
  const instances = async () => {
    const { body } = await send('GET', '/_emulator/health');
    const { functions } = body as { functions: Record<string, { instances: number }> };
    return { slow: functions['slow']!.instances, hello: functions['hello']!.instances };
  };
  const settled = async (wanted: object) => {
    while (JSON.stringify(await instances()) !== JSON.stringify(wanted)) await new Promise(r => setTimeout(r, 20));
  };
  await many(12, () => post('slow', { ms: 5 }));
  await many(12, () => post('hello', {}));
  await untilIdle(emulator!, 'slow', 3);
  await untilIdle(emulator!, 'hello', (await instances()).hello);
  const first = bodyOf<Slow>(await post('slow', { ms: 1 })).instance;

  setClock(9 * 60_000);
  await new Promise(resolve => setTimeout(resolve, 100));
  expect((await instances()).slow).toBe(3);
  setClock(11 * 60_000);
  await settled({ slow: 0, hello: 1 });

  const again = await post('slow', { ms: 1 });
  expect(again.status).toBe(200);
  expect(bodyOf<Slow>(again).instance).not.toBe(first);
  expect((await instances()).slow).toBe(1);
});

test('only so many stay idle of all functions together: the longest idle ends first, never a busy or a warm one', async () => {
  const warm = { perFunction: { hello: { min: 1, max: 1 } } };
  const { post, send, setClock } = await start({ max: 3, mostIdle: 2, ...warm });
  const settled = async (wanted: Record<string, number>) => {
    for (;;) {
      const { body } = await send('GET', '/_emulator/health');
      const { functions, spare } = body as { functions: Record<string, { instances: number }>; spare: number };
      const now = Object.keys(wanted).map(name => functions[name]?.instances ?? spare);
      if (String(now) === String(Object.values(wanted))) return;
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  };
  const busy = post('crash', { how: 'waiting' }).catch(() => undefined);
  await many(3, () => post('slow', { ms: 300 }));
  await post('hello', {});
  setClock(5_000);
  await post('whoami', {});
  await settled({ spare: 4, slow: 3, whoami: 1, hello: 1, crash: 1 });

  setClock(63_000);
  await settled({ spare: 2, slow: 1, whoami: 1, hello: 1, crash: 1 });
  await many(2, () => post('slow', { ms: 300 }));
  // Both of `slow` have had a call within the last minute, so the one of `whoami` makes room.
  setClock(70_000);
  await settled({ spare: 2, slow: 2, whoami: 0, hello: 1, crash: 1 });

  await emulator!.stop();
  await busy;
});
