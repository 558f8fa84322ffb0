import { join } from 'node:path';
import { startEmulated } from '../../emulated';
import type { Emulated } from '../../emulated';

const DAY = 86_400_000;
/** What may pass between two readings of a clock on a busy machine. */
const A_WHILE = 20_000;

let emulator: Emulated;
beforeAll(async () => {
  emulator = await startEmulated({
    functions: join(__dirname, '../fixtures/functions'),
    clock: { offsetMs: 30 * DAY },
  });
  await emulator.database.import('moments', []);
});
afterAll(() => emulator.stop());

interface Clock {
  now: number;
  value: number;
  text: number;
  subclass: number;
}
const read = async (event = {}) => (await emulator.post('clock', event)).body as Clock;
const isAbout = (at: number, expected: number) => Math.abs(at - expected) < A_WHILE;

test('a function’s clock is shifted in every way that it can be read', async () => {
  const clock = await read();

  for (const at of [clock.now, clock.value, clock.text, clock.subclass])
    expect(isAbout(at, Date.now() + 30 * DAY)).toBe(true);
});

test('dates that are not now stay what they are', async () => {
  expect(await read()).toMatchObject({
    isDate: true,
    copy: true,
    fixed: '1970-01-01T00:00:00.000Z',
    utc: Date.UTC(2027, 2, 9),
  });
});

test('the clock can be set while instances run, and holds for them at once', async () => {
  await read();

  emulator.setClock(-5 * DAY);

  expect(isAbout((await read()).now, Date.now() - 5 * DAY)).toBe(true);
  expect(isAbout(emulator.now(), Date.now() - 5 * DAY)).toBe(true);
});

test('the database’s serverDate follows the same clock', async () => {
  emulator.setClock(100 * DAY);

  await read({ write: 'one' });

  const [moment] = emulator.database.read<{ at: Date }>('moments');
  expect(isAbout(moment!.at.getTime(), Date.now() + 100 * DAY)).toBe(true);
});

test('the clock of the process that holds the emulator is left alone', async () => {
  emulator.setClock(100 * DAY);

  await read();

  expect(isAbout(Date.now(), performance.timeOrigin + performance.now())).toBe(true);
});
