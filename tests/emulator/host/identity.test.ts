import { join } from 'node:path';
import { startEmulated } from '../../emulated';

const functions = join(__dirname, '../fixtures/functions');
const CALLS = 500;
const openids = Array.from({ length: CALLS }, (_, index) => `oPerson_${index}`);

test(`${CALLS} calls at once through several instances: each one sees its own caller`, async () => {
  const emulator = await startEmulated({ functions, instances: { min: 4, max: 4 } });

  const answers = await Promise.all(
    openids.map((openid, index) => emulator.post('whoami', { waitMs: index % 3 }, openid)),
  );

  const seen = answers.map(({ body }) => body as { openid: string; userInfo: { openId: string }; instance: string });
  expect(seen.map(({ openid }) => openid)).toEqual(openids);
  expect(seen.map(({ userInfo }) => userInfo.openId)).toEqual(openids);
  expect(new Set(seen.map(({ instance }) => instance)).size).toBe(4);
  await emulator.stop();
});

test('control: with many events at once in one process, the same function mixes its callers up', async () => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { main } = require(join(functions, 'whoami/index.js')) as { main: (event: object, context: object) => unknown };
  const before = { ...process.env };
  process.env['WX_CONTEXT_KEYS'] = 'WX_OPENID';

  const seen = await Promise.all(
    openids.map(openid => {
      process.env['WX_OPENID'] = openid;
      return main({ waitMs: 1 }, {}) as Promise<{ openid: string }>;
    }),
  );

  process.env = before;
  const wrong = seen.filter(({ openid }, index) => openid !== openids[index]);
  expect(wrong.length).toBeGreaterThan(CALLS / 2);
});
