import type { Mark } from '../../../domain/roll';
import { whichMark } from '../../../domain/rules/which-mark';
import { mark } from './rolls';

const holds = (...marks: Mark[]) => whichMark(marks, 'a').holds?.state;

test('nobody marked: nothing holds', () => {
  expect(whichMark([mark('b', 'present')], 'a')).toEqual({});
});

test.each([
  [
    'the instructor over a later check-in',
    [mark('a', 'absent', 1), mark('a', 'present', 2, { source: 'self' })],
    'absent',
  ],
  ['staff over a later instructor', [mark('a', 'leave', 1, { source: 'staff' }), mark('a', 'absent', 2)], 'leave'],
  ['the later of one kind', [mark('a', 'present', 1), mark('a', 'late', 2)], 'late'],
  ['the later by when it was made, whenever it arrived', [mark('a', 'late', 2), mark('a', 'present', 1)], 'late'],
  ['taking back, over what was marked before', [mark('a', 'present', 1), mark('a', null, 2)], null],
])('%s', (_, marks, state) => {
  expect(holds(...marks)).toBe(state);
});

test('in the same millisecond the name decides, in whichever order they arrive', () => {
  const [x, y] = [mark('a', 'present', 5, { nonce: 'x' }), mark('a', 'absent', 5, { nonce: 'y', device: 'tablet' })];

  expect(holds(x, y)).toBe('absent');
  expect(holds(y, x)).toBe('absent');
});

describe('a disagreement of two phones', () => {
  const first = mark('a', 'present', 1_000);
  const other = (change: Partial<Mark>) => mark('a', 'absent', 2_000, { device: 'tablet', ...change });

  test('is flagged where neither knew of the other, whichever came first', () => {
    expect(whichMark([first, other({ seen: 0 })], 'a')).toMatchObject({ holds: { state: 'absent' }, disputed: first });
    expect(whichMark([other({ seen: 0 }), first], 'a')).toMatchObject({ holds: { state: 'absent' }, disputed: first });
  });

  test.each([
    ['the later one had seen the first', [first, other({ seen: 1 })]],
    ['both say the same', [first, mark('a', 'present', 2_000, { device: 'tablet' })]],
    ['it was the same phone', [first, mark('a', 'absent', 2_000)]],
    ['they are of different kinds', [mark('a', 'present', 1, { source: 'self', device: 'self' }), other({})]],
  ])('is none where %s', (_, marks) => {
    expect(whichMark(marks, 'a').disputed).toBeUndefined();
  });

  test('is settled by a mark that knew of both', () => {
    const settled = mark('a', 'late', 3_000, { seen: 2 });

    expect(whichMark([first, other({ seen: 0 }), settled], 'a')).toEqual({ holds: settled });
  });
});
