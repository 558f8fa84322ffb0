import type { Mark } from '../../../domain/roll/roll';
import { whichMark } from '../../../domain/roll/which-mark';
import { mark } from './rolls';

const holds = (...marks: Mark[]) => whichMark(marks, 'a').holds?.state;

test('nobody marked: nothing holds', () => {
  expect(whichMark([mark('b', 'present')], 'a')).toEqual({});
});

test.each([
  [
    'the instructor over a later check-in that found the mark',
    [mark('a', 'absent', 1), mark('a', 'present', 2, { source: 'self', device: 'self', seen: 1, found: 'absent' })],
    'absent',
  ],
  [
    'a check-in over 缺课 of an instructor who did not know of it',
    [mark('a', 'present', 1, { source: 'self', device: 'self' }), mark('a', 'absent', 2)],
    'present',
  ],
  [
    '缺课 of an instructor who knew of the check-in',
    [mark('a', 'present', 1, { source: 'self', device: 'self' }), mark('a', 'absent', 2, { seen: 1 })],
    'absent',
  ],
  [
    'a check-in again, once the 缺课 over it is taken back',
    [
      mark('a', 'present', 1, { source: 'self', device: 'self' }),
      mark('a', 'absent', 2, { seen: 1 }),
      mark('a', null, 3, { seen: 2 }),
    ],
    'present',
  ],
  [
    'nothing, where the check-in itself is taken back by somebody who knew of it',
    [mark('a', 'late', 1, { source: 'self', device: 'self' }), mark('a', null, 3, { seen: 1 })],
    undefined,
  ],
  [
    'a check-in after 缺课 was taken back',
    [mark('a', 'absent', 1), mark('a', null, 2), mark('a', 'late', 3, { source: 'self', device: 'self', seen: 2 })],
    'late',
  ],
  [
    'a check-in that found 缺课, once that is taken back',
    [
      mark('a', 'absent', 1),
      mark('a', 'late', 2, { source: 'self', device: 'self', seen: 1, found: 'absent' }),
      mark('a', null, 3, { seen: 2 }),
    ],
    'late',
  ],
  [
    'a roll made without signal over 缺课 of staff who did not know of it',
    [mark('a', 'absent', 9, { source: 'staff', device: 'staff' }), mark('a', 'present', 1)],
    'present',
  ],
  ['staff over an instructor', [mark('a', 'leave', 1, { source: 'staff' }), mark('a', 'absent', 2)], 'leave'],
  [
    'staff over an instructor who knew what they had said',
    [mark('a', 'absent', 1, { source: 'staff', device: 'staff' }), mark('a', 'present', 2, { seen: 1 })],
    'absent',
  ],
  [
    'staff over an instructor, where neither knew of the other and both say that the person came',
    [mark('a', 'late', 1, { source: 'staff', device: 'staff' }), mark('a', 'present', 2)],
    'late',
  ],
  [
    'a check-in whose person was told nothing else, also where it came after 缺课',
    [mark('a', 'absent', 1), mark('a', 'late', 2, { source: 'self', device: 'self', seen: 1 })],
    'late',
  ],
  [
    'a check-in over 缺课 of an instructor who did not know of it, though it was made on the instructor’s phone',
    [mark('a', 'present', 1, { source: 'self' }), mark('a', 'absent', 2)],
    'present',
  ],
  ['the later of one kind', [mark('a', 'present', 1), mark('a', 'late', 2)], 'late'],
  ['the later by when it was made, whenever it arrived', [mark('a', 'late', 2), mark('a', 'present', 1)], 'late'],
  ['nothing, once that is taken back', [mark('a', 'present', 1), mark('a', null, 2)], undefined],
])('%s', (_, marks, state) => {
  expect(holds(...marks)).toBe(state);
});

describe('a take-back', () => {
  const scan = mark('a', 'present', 0, { source: 'self', device: 'self' });
  const absent = mark('a', 'absent', 1, { seen: 1 });
  const back = mark('a', null, 2, { seen: 1 });
  const again = mark('a', null, 3, { seen: 1 });

  test('undoes the instructor’s mark, and the next one the check-in, in whichever order they arrive', () => {
    expect(holds(scan, absent, back)).toBe('present');
    expect(holds(scan, absent, back, again)).toBeUndefined();
    expect(holds(scan, absent, again, back)).toBeUndefined();
  });

  test('undoes no more where two phones took the same mark back and did not know of each other', () => {
    expect(holds(scan, absent, back, { ...again, device: 'tablet', seen: 2 })).toBe('present');
  });

  test('undoes a check-in that came after an earlier take-back', () => {
    const later = mark('a', 'late', 3, { source: 'self', device: 'self', seen: 2 });
    expect(holds(mark('a', 'absent', 1), back, later, mark('a', null, 4, { seen: 3 }))).toBeUndefined();
  });
});

test('in the same millisecond of one phone the later to arrive holds', () => {
  expect(holds(mark('a', 'present', 5, { nonce: 'z' }), mark('a', 'late', 5, { nonce: 'y' }))).toBe('late');
});

test('in the same millisecond the name decides, in whichever order they arrive', () => {
  const [x, y] = [mark('a', 'present', 5, { nonce: 'x' }), mark('a', 'late', 5, { nonce: 'y', device: 'tablet' })];

  expect(holds(x, y)).toBe('late');
  expect(holds(y, x)).toBe('late');
});

test('a mark that was made on sight of another settles it, also where the clock went back meanwhile', () => {
  expect(whichMark([mark('a', 'absent', 5_000), mark('a', null, 1_000, { seen: 1 })], 'a')).toEqual({});
  expect(holds(mark('a', 'absent', 5_000), mark('a', 'late', 1_000, { seen: 1 }))).toBe('late');
});

test('a part of the marks is judged by the place that each has among all of them', () => {
  const scan = { ...mark('a', 'present', 1, { source: 'self' as const, device: 'self' }), index: 7 };
  const absent = mark('a', 'absent', 2);

  expect(whichMark([scan, { ...absent, seen: 7, index: 9 }], 'a').holds?.state).toBe('present');
  expect(whichMark([scan, { ...absent, seen: 8, index: 9 }], 'a').holds?.state).toBe('absent');
});

describe('a disagreement of two phones', () => {
  const first = mark('a', 'present', 1_000);
  const other = (change: Partial<Mark>) => mark('a', 'absent', 2_000, { device: 'tablet', ...change });

  test('is flagged where neither knew of the other, whichever came first, and makes nobody absent', () => {
    const disagreement = { holds: first, disputed: { state: 'absent' } };
    expect(whichMark([first, other({ seen: 0 })], 'a')).toMatchObject(disagreement);
    expect(whichMark([other({ seen: 0 }), first], 'a')).toMatchObject(disagreement);
  });

  test.each([
    ['the later one had seen the first', [first, other({ seen: 1 })]],
    ['both say the same', [first, mark('a', 'present', 2_000, { device: 'tablet' })]],
    ['it was the same phone', [first, mark('a', 'absent', 2_000)]],
    [
      'a check-in says 迟到 and the instructor 到',
      [mark('a', 'late', 1, { source: 'self', device: 'self' }), mark('a', 'present', 2)],
    ],
  ])('is none where %s', (_, marks) => {
    expect(whichMark(marks, 'a').disputed).toBeUndefined();
  });

  test('is flagged also where both say that the person came, one of them late', () => {
    const late = mark('a', 'late', 2_000, { device: 'tablet' });
    expect(whichMark([first, late], 'a')).toMatchObject({ holds: late, disputed: first });
  });

  test('is settled by a mark that knew of both', () => {
    const settled = mark('a', 'late', 3_000, { seen: 2 });

    expect(whichMark([first, other({ seen: 0 }), settled], 'a')).toEqual({ holds: settled });
  });
});

test('a staff mark on the phone of an instructor knows only what it was shown', () => {
  const absent = mark('a', 'absent', 1);
  const staff = (seen: number) => mark('a', 'present', 2, { source: 'staff', seen });

  expect(whichMark([absent, staff(0)], 'a')).toEqual({ holds: staff(0), disputed: absent });
  expect(whichMark([absent, staff(1)], 'a')).toEqual({ holds: staff(1) });
});
