import { askUntilKnown } from '../../../../src/app/call/ask-until-known';
import { serve, type Doing } from '../../server';

beforeEach(() => {
  jest.useFakeTimers();
  jest.spyOn(Math, 'random').mockReturnValue(1);
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

test('a lost reply is asked again, four times in all, each time after twice the wait', async () => {
  const server = serve({ 'line.drop': 'lost reply' });
  const asked: number[] = [];

  const answer = askUntilKnown('line.drop', { sectionId: 'tea' });
  for (const ms of [1, 400, 800, 1_600, 60_000]) {
    await jest.advanceTimersByTimeAsync(ms);
    asked.push(server.asked('line.drop'));
  }

  expect(asked).toEqual([1, 2, 3, 4, 4]);
  expect(await answer).toMatchObject({ ok: false, code: 'TIMEOUT' });
});

test('a refusal is known at once', async () => {
  const server = serve({ 'line.drop': { refuse: 'SECTION_NOT_FOUND' } });

  expect(await askUntilKnown('line.drop', { sectionId: 'tea' })).toMatchObject({ code: 'SECTION_NOT_FOUND' });
  expect(server.asked('line.drop')).toBe(1);
});

test('a try that may have arrived is not forgotten when the network dies afterwards', async () => {
  const doings: Doing[] = ['lost reply'];
  serve({ 'line.drop': () => doings.shift() ?? 'no network' });

  const answer = askUntilKnown('line.drop', { sectionId: 'tea' });
  await jest.advanceTimersByTimeAsync(10_000);
  expect(await answer).toMatchObject({ code: 'TIMEOUT' });

  serve({ 'line.drop': 'no network' });
  const never = askUntilKnown('line.drop', { sectionId: 'tea' });
  await jest.advanceTimersByTimeAsync(10_000);
  expect(await never).toMatchObject({ code: 'OFFLINE' });
});
