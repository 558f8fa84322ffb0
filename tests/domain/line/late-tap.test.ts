import { comingIsOvertaken, isOlder, isOvertaken, leaveIsOvertaken } from '../../../domain/line/late-tap';
import { roll } from '../roll/rolls';

const at = (memberId: string, instant: number) => ({ memberId, at: instant });
const leave = (memberId: string, instant: number) => ({ ...at(memberId, instant), reason: '上夜班' });

test.each([
  [9, true],
  [10, false],
  [undefined, false],
])('a tap of %p is older than an act of 10: %p', (tappedAt, is) => {
  expect(isOlder(tappedAt, 10)).toBe(is);
});

test('a person who was never in the batch has not left it since', () => {
  expect(isOvertaken(undefined, 's', 9)).toBe(false);
});

describe('请假, tapped before 我能来了 and arriving after it', () => {
  const back = roll({ comings: [at('b', 99), at('a', 10)], leaves: [leave('c', 5)] });

  test.each([
    ['tapped before', back, 9, true],
    ['tapped in the same millisecond', back, 10, true],
    ['tapped afterwards', back, 11, false],
    ['of an app that does not say when', back, undefined, false],
    ['of a person who is on leave as the tap wants', roll({ ...back, leaves: [leave('a', 12)] }), 9, false],
    ['of a person who never took a leave back', roll({ leaves: [leave('c', 5)] }), 9, false],
    ['where only others took theirs back', roll({ comings: [at('b', 99)] }), 9, false],
    ['where nobody is on leave', roll({ comings: [at('a', 10)] }), 9, true],
  ])('%s', (_, of, tappedAt, is) => {
    expect(leaveIsOvertaken(of, 'a', tappedAt)).toBe(is);
  });
});

test.each([
  [9, true],
  [10, true],
  [11, false],
  [undefined, false],
])('我能来了 tapped at %p is overtaken by a leave of 10: %p', (tappedAt, is) => {
  expect(comingIsOvertaken(roll({ leaves: [leave('b', 99), leave('a', 10)] }), 'a', tappedAt)).toBe(is);
});
