import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { startEmulated } from '../../emulated';
import type { Emulated } from '../../emulated';

const functions = join(__dirname, '../fixtures/functions');
const CALLS = 500;

let emulator: Emulated;
afterAll(() => emulator.stop());

const openids = Array.from({ length: CALLS }, (_, index) => `oPerson_${index}`);

test(`${CALLS} calls at once through several instances: each one sees its own caller`, async () => {
  emulator = await startEmulated({ functions, instances: { perFunction: { whoami: { min: 3, max: 3 } } } });

  const answers = await Promise.all(
    openids.map((openid, index) => emulator.post('whoami', { waitMs: index % 3 }, openid)),
  );

  const seen = answers.map(({ body }) => body as { openid: string; userInfo: { openId: string }; instance: string });
  expect(seen.map(({ openid }) => openid)).toEqual(openids);
  expect(seen.map(({ userInfo }) => userInfo.openId)).toEqual(openids);
  expect(new Set(seen.map(({ instance }) => instance)).size).toBe(3);
});

test('control: with many events at once in one process, the same function mixes its callers up', () => {
  const control = join(__dirname, '../fixtures/mixed-up.cjs');

  const seen = JSON.parse(
    execFileSync(process.execPath, [control, JSON.stringify(openids)], { encoding: 'utf8' }),
  ) as string[];

  expect(seen.length).toBe(CALLS);
  const wrong = seen.filter((openid, index) => openid !== openids[index]);
  expect(wrong.length).toBeGreaterThan(CALLS / 2);
});
