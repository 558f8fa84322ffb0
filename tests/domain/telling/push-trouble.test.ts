import { DAY, instantOf, MINUTE } from '../../../domain/base/clock';
import { PUSH_KINDS } from '../../../domain/model';
import { GIVE_UP_MS, isTroubleOver, troubleOf, troubleWords } from '../../../domain/telling/push-trouble';

const NOW = 1_000_000;

test.each([
  ['the quota of the day', 45009, 'all', 10],
  ['too fast', 45011, 'all', 1],
  ['a template that is gone', 40037, 'changed', 30],
  ['a template that is banned', 43107, 'changed', 30],
  ['no permission', -604101, 'all', 10],
] as const)('%s (%i) concerns %s, and is tried again after %i minutes', (_, code, whom, minutes) => {
  expect(troubleOf(code, 'changed', NOW)).toEqual({ _id: whom, code, at: NOW, until: NOW + minutes * MINUTE });
});

test.each([
  ['who has not agreed', 43101],
  ['a wrong OPENID', 40003],
  ['a success', 0],
])('%s (%i) concerns one message and nobody else', (_, code) => {
  expect(troubleOf(code, 'changed', NOW)).toBeUndefined();
});

test('what staff read says what it is about, its number, and who has to do what', () => {
  const words = (code: number, _id: 'all' | 'changed') => troubleWords({ _id, code });
  expect(words(45009, 'all')).toMatch(/^今天微信的订阅消息次数用完了（45009）.*不用处理/);
  expect(words(45011, 'all')).toMatch(/^订阅消息发得太快.*（45011）.*不用处理/);
  expect(words(40037, 'changed')).toMatch(
    /^“班有变动”的订阅消息发不出去.*（40037）.*技术人员.*SUBSCRIBE_TEMPLATES.*npm run deploy/,
  );
  expect(words(43107, 'changed')).toMatch(/^“班有变动”的订阅消息被微信封了（43107）.*管理员/);
  expect(words(-604101, 'all')).toMatch(/^订阅消息没有权限（-604101）.*云函数 tell/);
  expect(words(1, 'all')).toMatch(/^订阅消息暂时发不出去（1）.*日志/);
});

test('each kind has words of its own, and all say that the inbox goes on', () => {
  const all = PUSH_KINDS.map(_id => troubleWords({ _id, code: 40037 }));
  expect(new Set(all).size).toBe(PUSH_KINDS.length);
  for (const text of all) expect(text).toContain('小程序里的消息照常');
});

test('a message is given up after a day', () => {
  expect(GIVE_UP_MS).toBe(DAY);
});

test('a quota of the day is whole again at midnight, one of a minute after a minute; what is to be mended is over when it is', () => {
  const at = instantOf('2027-03-09', '15:00')!;
  const midnight = instantOf('2027-03-10', '00:00')!;
  const over = (code: number, ...instants: number[]) => instants.map(now => isTroubleOver({ code, at }, now));
  expect(over(45009, at, midnight - 1, midnight)).toEqual([false, false, true]);
  expect(over(45011, at, at + MINUTE - 1, at + MINUTE)).toEqual([false, false, true]);
  expect(over(40037, at, at + 900 * DAY)).toEqual([false, false]);
});
