import { findHealing } from '../../../domain/line/heal';
import { HOLD_TTL_MS } from '../../../domain/line/hold';
import { section, standing, T } from './sections';

const now = T + 1_000_000;
const seated = section({}, 'me');
const hold = { sectionId: 's', batchId: 'b', at: T + 1_000 };

test('nothing to mend where lines, standings and counters agree', () => {
  expect(findHealing([seated], [standing({ s: T + 1_000 })], now)).toEqual({ unused: [], missing: [], alarms: [] });
});

test('a hold without an entry is unused, once no call can be in flight', () => {
  const lines = [section()];
  const of = (at: number) => findHealing(lines, [standing({ s: at })], now).unused;
  expect(of(now - HOLD_TTL_MS)).toEqual([{ memberId: 'me', hold: { ...hold, at: now - HOLD_TTL_MS } }]);
  expect(of(now - HOLD_TTL_MS + 1)).toEqual([]);
});

test('an entry without a hold is missing one', () => {
  expect(findHealing([seated], [], now).missing).toEqual([{ memberId: 'me', hold }]);
});

test('an entry with a hold of another instant: that one is unused, the right one missing', () => {
  const healing = findHealing([seated], [standing({ s: T })], now);
  expect(healing).toMatchObject({ unused: [{ hold: { at: T } }], missing: [{ hold: { at: T + 1_000 } }] });
});

const texts = (...given: Parameters<typeof findHealing>) => findHealing(...given).alarms.map(alarm => alarm.text);

test.each([
  ['a counter that differs from the line', { ...seated, lineCount: 2 }, '计数是 2'],
  ['a line longer than it may be', { ...section({}, 'a', 'b', 'c', 'd') }, '超过了名额加候补的 3 人'],
  ['somebody twice in a line', { ...section({}, 'a', 'a') }, '重复排队'],
])('alarms: %s', (_, line, text) => {
  expect(texts([line], [], now)).toEqual([expect.stringContaining(text)]);
});

test('alarms: in two lines that clash', () => {
  const two = [section({ clashIds: ['t'] }, 'me'), section({ _id: 't', clashIds: ['s'] }, 'me')];
  expect(texts(two, [standing({ s: T + 1_000, t: T + 1_000 })], now)).toEqual([expect.stringContaining('撞时间')]);
});

test.each([
  ['before both had joined', T + 999, 1],
  ['after both had joined', T + 1_000, 0],
])('two lines that clash since a lesson was moved, %s: %#', (_, movedAt, alarms) => {
  const two = [section({ clashIds: ['t'], movedAt }, 'me'), section({ _id: 't', clashIds: ['s'] }, 'me')];
  expect(texts(two, [standing({ s: T + 1_000, t: T + 1_000 })], now)).toHaveLength(alarms);
});

test('whoever joined one line before a lesson was moved and the other after it should not have got in', () => {
  const late = section({ _id: 't', clashIds: ['s'] });
  const line = [{ memberId: 'me', at: T + 3_000 }];
  const two = [section({ clashIds: ['t'], movedAt: T + 2_000 }, 'me'), { ...late, line, lineCount: 1 }];

  expect(texts(two, [standing({ s: T + 1_000, t: T + 3_000 })], now)).toEqual([
    '有人同时排在撞时间的两个班：茶艺一班和茶艺一班',
  ]);
});

test('an alarm names its class', () => {
  expect(texts([{ ...seated, lineCount: 2 }], [], now)).toEqual(['茶艺一班：计数是 2，队伍里却有 1 人']);
});

test('a call under way has no place yet, so it does not exceed the limit', () => {
  const two = [section({ limit: 1 }, 'me'), section({ _id: 't', limit: 1 })];
  expect(texts(two, [standing({ s: T + 1_000, t: now })], now)).toEqual([]);
});

test('a class that was called off is nothing to alarm anybody: its holds are given back', () => {
  const gone = section({ cancelledAt: T, capacity: 0, waitlistLimit: 0 });
  const healing = findHealing([gone], [standing({ s: T + 1_000 })], now);
  expect(healing).toEqual({ unused: [{ memberId: 'me', hold }], missing: [], alarms: [] });
});

test('alarms: over the batch’s limit', () => {
  const two = [section({ limit: 1 }, 'me'), section({ _id: 't', limit: 1 }, 'me')];
  expect(texts(two, [standing({ s: T + 1_000, t: T + 1_000 })], now)).toEqual([
    expect.stringContaining('超过了每人 1 个'),
  ]);
});

test('alarms: a count that is not the number of holds', () => {
  const off = standing({ s: T + 1_000 }, { batches: { b: { settledAt: 1, count: 2 } } });
  expect(texts([seated], [off], now)).toEqual([expect.stringContaining('计数却是 2')]);
});

test('the night leaves an entry alone whose call may be under way: a hold may be written after what was read of it', () => {
  const missingAt = (at: number) =>
    findHealing([{ ...section(), line: [{ memberId: 'me', at }], lineCount: 1 }], [], now).missing;
  expect(missingAt(now - HOLD_TTL_MS + 1)).toEqual([]);
  expect(missingAt(now - HOLD_TTL_MS)).toHaveLength(1);
});

test('nobody’s seat misses no hold', () => {
  expect(findHealing([section({}, 'x1', 'me')], [], now).missing.map(one => one.memberId)).toEqual(['me']);
});

test('a line as long as it may be is right, a lone person is not doubled', () => {
  expect(texts([section({}, 'a', 'b', 'c')], [], now)).toEqual([]);
});

describe('a person’s places are counted batch by batch', () => {
  const two = [section({ limit: 1 }, 'me'), section({ _id: 't', limit: 1 }, 'me')];
  const at = T + 1_000;

  test('alarms: more lines than the limit, all of them of this batch', () => {
    expect(texts(two, [standing({ s: at, t: at })], now)).toEqual([
      expect.stringContaining('排了 2 个班，超过了每人 1 个'),
    ]);
    const other = [two[0]!, { ...two[1]!, batchId: 'other' }];
    const held = standing(
      {},
      {
        holds: [
          { ...hold, at },
          { sectionId: 't', batchId: 'other', at },
        ],
        batches: { b: { settledAt: T, count: 1 }, other: { settledAt: T, count: 1 } },
      },
    );
    expect(texts(other, [held], now)).toEqual([]);
  });

  test('no limit, no alarm; exactly the limit, none', () => {
    const open = two.map(({ limit: _limit, ...rest }) => rest);
    expect(texts(open, [standing({ s: at, t: at })], now)).toEqual([]);
    expect(texts([two[0]!], [standing({ s: at })], now)).toEqual([]);
  });

  test('alarms: a count without any hold; none of a class that is gone', () => {
    expect(texts([], [standing({}, { batches: { b: { settledAt: T, count: 1 } } })], now)).toEqual([
      expect.stringContaining('占了 0 个位置，计数却是 1'),
    ]);
    expect(texts([], [standing({ s: at })], now)).toEqual([]);
  });
});
