import { decideDrop } from '../../../domain/line/drop';
import { promoted } from '../../../domain/line/promote';
import { section } from './sections';

const line = section({ dropUntil: 5_000 }, 'ann', 'bo', 'cy');

test('a seat can be given back until the millisecond before the deadline', () => {
  expect(decideDrop(line, 'ann', 4_999)).toMatchObject({ state: 'SEATED', entry: { memberId: 'ann' } });
  expect(decideDrop(line, 'ann', 5_000)).toEqual({
    refused: 'DROP_CLOSED',
    details: { dropUntil: 5_000, lateUntil: null },
  });
});

test('the entry that is meant, and no other one of the same person', () => {
  const { at } = line.line[0]!;
  expect(decideDrop(line, 'ann', 4_999, { at })).toMatchObject({ entry: { memberId: 'ann', at } });
  expect(decideDrop(line, 'ann', 4_999, { at: at - 1 })).toBeNull();
  // Of another stay nothing is said, not even that it is too late.
  expect(decideDrop(line, 'ann', 5_000, { at: at - 1 })).toBeNull();
});

describe('late', () => {
  const lessons = [
    { startsAt: 9_000, endsAt: 9_500 },
    { startsAt: 12_000, endsAt: 12_500 },
    { startsAt: 15_000, endsAt: 15_500, cancelled: true as const },
  ];
  const frozen = { ...line, lessons, freezeAt: 8_000 };

  test.each([
    ['in time it is not late', frozen, 4_999, { state: 'SEATED', late: false }],
    ['until the line is frozen', frozen, 7_999, { state: 'SEATED', late: true }],
    ['not from then on', frozen, 8_000, { refused: 'DROP_CLOSED' }],
    ['where it is never frozen, until the last lesson that is held', { ...line, lessons }, 11_999, { late: true }],
    ['not from then on', { ...line, lessons }, 12_000, { refused: 'DROP_CLOSED' }],
  ])('%s', (_, of, now, expected) => {
    expect(decideDrop(of, 'ann', now, { late: true })).toMatchObject(expected);
  });

  test('nobody drops late who has not said so', () => {
    expect(decideDrop(frozen, 'ann', 6_000)).toEqual({
      refused: 'DROP_CLOSED',
      details: { dropUntil: 5_000, lateUntil: 8_000 },
    });
  });
});

test('a wait can be left at any time', () => {
  expect(decideDrop(line, 'cy', 9_000)).toMatchObject({ state: 'WAITING' });
});

test('who is not in the line leaves nothing, even after the deadline', () => {
  expect(decideDrop(line, 'dee', 9_000)).toBeNull();
});

describe('who is promoted', () => {
  const before = section({}, 'ann', 'bo', 'cy', 'dee').line;
  const [ann, bo, cy, dee] = before as [never, never, never, never];
  test.each([
    ['a seat was left: the first who waited', [bo, cy, dee], [cy]],
    ['two seats were left', [cy, dee], [cy, dee]],
    ['a wait was left: nobody', [ann, bo, dee], []],
    ['who waited first is gone too: the next', [bo, dee], [dee]],
    ['nobody left', before, []],
  ])('%s', (_, after, expected) => {
    expect(promoted(before, after, 2)).toEqual(expected);
  });

  test('who joined as waiting between the two reads and moved up', () => {
    const newcomer = { memberId: 'eve', at: 9 };
    expect(promoted([ann, bo], [bo, newcomer], 2)).toEqual([newcomer]);
  });

  test('who left and came back is another entry', () => {
    const again = { memberId: 'ann', at: 9 };
    expect(promoted([ann, bo, cy], [bo, cy, again], 2)).toEqual([cy]);
  });

  test('nobody where there are free seats', () => {
    expect(promoted([ann, bo], [bo], 2)).toEqual([]);
  });
});
