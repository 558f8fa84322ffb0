import { decideDrop } from '../../../domain/rules/drop';
import { promoted } from '../../../domain/rules/promote';
import { section } from './sections';

const line = section({ dropUntil: 5_000 }, 'ann', 'bo', 'cy');

test('a seat can be given back until the millisecond before the deadline', () => {
  expect(decideDrop(line, 'ann', 4_999)).toMatchObject({ state: 'SEATED', entry: { memberId: 'ann' } });
  expect(decideDrop(line, 'ann', 5_000)).toEqual({ refused: 'DROP_CLOSED', details: { dropUntil: 5_000 } });
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
