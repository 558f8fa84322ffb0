import { join } from 'node:path';
import { nextRun } from '../../../emulator/timers/cron';
import { startEmulated } from '../../emulated';

const functions = join(__dirname, '../fixtures/functions');
/** Shanghai time. */
const at = (text: string) => Date.parse(`${text}+08:00`);

test.each([
  ['every night at ten past three', '0 10 3 * * * *', '2027-03-09T12:00:00', '2027-03-10T03:10:00'],
  ['every night, just before', '0 10 3 * * * *', '2027-03-09T03:09:59', '2027-03-09T03:10:00'],
  ['every night, at that very instant', '0 10 3 * * * *', '2027-03-09T03:10:00', '2027-03-10T03:10:00'],
  ['every five seconds', '*/5 * * * * * *', '2027-03-09T12:00:01', '2027-03-09T12:00:05'],
  ['Mondays', '0 0 9 * * 1 *', '2027-03-09T00:00:00', '2027-03-15T09:00:00'],
  ['Mondays by name', '0 0 9 * * MON *', '2027-03-09T00:00:00', '2027-03-15T09:00:00'],
  ['the first of the month or a Sunday', '0 0 9 1 * 0 *', '2027-03-29T00:00:00', '2027-04-01T09:00:00'],
  ['a list of months', '0 0 0 1 1,6 * *', '2027-03-09T00:00:00', '2027-06-01T00:00:00'],
  ['one year only', '0 0 0 1 1 * 2030', '2027-03-09T00:00:00', '2030-01-01T00:00:00'],
  ['years in steps', '0 0 0 1 1 * 2027/2', '2027-03-09T00:00:00', '2029-01-01T00:00:00'],
])('a timer in UTC+8: %s', (_, cron, after, next) => {
  expect(nextRun(cron, at(after))).toBe(at(next));
});

test('a timer whose years are over never fires', () => {
  expect(nextRun('0 0 0 1 1 * 2020-2026', at('2027-03-09T00:00:00'))).toBeUndefined();
});

test.each(['0 10 3 * * *', '', '61 * * * * * *', '* * * * * * soon', 'x y z a b c d'])('%p is refused', cron => {
  expect(() => nextRun(cron, 0)).toThrow(/timer/);
});

test('a function’s timer fires by itself, by the emulator’s clock, and nobody is the caller', async () => {
  const emulator = await startEmulated({
    functions,
    timers: true,
    clock: { offsetMs: at('2030-01-01T00:00:00') - Date.now() },
  });
  const tick = () => emulator.lines.find(({ text }) => text.startsWith('tick'));

  while (!tick()) await new Promise(resolve => setTimeout(resolve, 50));

  const event = JSON.parse(tick()!.text.slice('tick '.length)) as Record<string, string>;
  expect(event).toEqual({
    Type: 'Timer',
    TriggerName: 'everySecond',
    Time: expect.stringMatching(/^2029-12-31T16:\d\d:\d\dZ$/),
    Message: '',
  });
  await emulator.stop();
});

test('setting the clock to just before a timer makes it fire', async () => {
  const emulator = await startEmulated({ functions, timers: true });
  const nightly = () => emulator.lines.some(({ text }) => text.startsWith('tick') && text.includes('nightly'));

  emulator.setClock(at('2031-05-05T03:09:59') - Date.now());
  while (!nightly()) await new Promise(resolve => setTimeout(resolve, 50));

  await emulator.stop();
});

test('a test can fire a timer by hand, by its name or the only one, and gets what the function returned', async () => {
  const emulator = await startEmulated({ functions, clock: { offsetMs: at('2030-01-01T12:00:00') - Date.now() } });

  const fired = (await emulator.fireTimer('ticker', 'nightly')) as Record<string, Record<string, unknown>>;
  const overHttp = await emulator.send('POST', '/_emulator/timers/ticker?trigger=nightly');

  expect(fired['event']).toMatchObject({
    Type: 'Timer',
    TriggerName: 'nightly',
    Time: expect.stringMatching(/^2030-01-01T04:/),
  });
  expect(fired['event']).not.toHaveProperty('userInfo');
  expect(fired['context']).not.toHaveProperty('OPENID');
  expect(fired).toMatchObject({ context: { SOURCE: 'wx_trigger' }, triggeredBy: 'timer' });
  expect(overHttp).toMatchObject({ status: 200, body: { event: { TriggerName: 'nightly' } } });
  await expect(emulator.fireTimer('ticker', 'weekly')).rejects.toThrow('Function "ticker" has no timer "weekly"');
  await emulator.stop();
});

test('after a timer, the next caller is seen again', async () => {
  const emulator = await startEmulated({ functions, instances: { max: 1 } });

  await emulator.post('whoami', {}, 'oBefore');
  const nobody = await emulator.call('whoami', {});
  const { body } = await emulator.post('whoami', {}, 'oAfter');

  expect(nobody).toMatchObject({ openid: null, userInfo: null });
  expect(body).toMatchObject({ openid: 'oAfter', source: 'wx_client' });
  await emulator.stop();
});
