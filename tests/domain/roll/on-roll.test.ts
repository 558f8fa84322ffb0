import type { Guest, Mark } from '../../../domain/roll/roll';
import {
  countsAs,
  guestsOn,
  hasCome,
  isAway,
  isExpected,
  onRoll,
  seatsOf,
  stateIn,
  wasMissed,
} from '../../../domain/roll/on-roll';
import { lesson, mark, roll, tea } from './rolls';
import { T } from '../line/sections';

const leave = (memberId: string) => ({ memberId, at: 1, reason: '' });
const guest = (memberId: string, as: Guest['as'] = 'lent', seatOf: string | null = null): Guest => ({
  memberId,
  at: 1,
  as,
  seatOf,
});
const ids = (people: { memberId: string }[]) => people.map(one => one.memberId);
const said = (state: 'present' | 'late' | 'leave' | 'absent', source: Mark['source'] = 'instructor') => ({
  state,
  source,
});

describe('somebody counts as', () => {
  test.each([
    ['nothing, unmarked', null, null, null, null],
    ['on leave, unmarked after asking for it', null, null, {}, 'leave'],
    ['what the mark says', said('late'), null, null, 'late'],
    ['absent by an instructor', said('absent'), null, null, 'absent'],
    ['on leave, where an instructor says 缺课 of somebody who had asked for it', said('absent'), null, {}, 'leave'],
    ['absent, where staff say so of somebody who had asked for leave', said('absent', 'staff'), null, {}, 'absent'],
    ['present, where they came after all', said('present'), null, {}, 'present'],
    ['nothing, where 缺课 is disputed', said('absent'), {}, null, null],
    ['present, where that is disputed', said('present'), {}, null, 'present'],
  ] as const)('%s', (_, mark, disputed, leave, state) => {
    expect(countsAs({ mark, disputed, leave })).toBe(state);
  });
});

test('the roll: seats in their order and numbers, then guests', () => {
  const people = onRoll(
    tea,
    roll({ marks: [mark('b', 'late')], leaves: [leave('c')], guests: [guest('d'), guest('w', 'walk-in')] }),
  );
  expect(people.map(({ memberId, as, due, seat }) => [memberId, as, due, seat])).toEqual([
    ['a', 'seat', true, 1],
    ['b', 'seat', true, 2],
    ['c', 'seat', true, 3],
    ['d', 'lent', false, null],
    ['w', 'walk-in', false, null],
  ]);
  expect(people[0]).toMatchObject({ leave: null, mark: null, disputed: null });
  expect(people[1]).toMatchObject({ leave: null, mark: { state: 'late' }, disputed: null });
  expect(people[2]).toMatchObject({ leave: leave('c') });
  expect(people.map(hasCome)).toEqual([false, true, false, false, false]);
  expect(people.map(isAway)).toEqual([false, false, true, false, false]);
  expect(people.map(isExpected)).toEqual([true, true, true, false, false]);
});

test('a guest who is found to have a seat stands on the roll once, with the seat', () => {
  const people = onRoll(tea, roll({ guests: [guest('b', 'walk-in')] }));

  expect(people.map(one => [one.memberId, one.as])).toEqual(['a', 'b', 'c'].map(id => [id, 'seat']));
});

test('two phones that disagree are shown as such', () => {
  const tablet = mark('a', 'absent', 1, { device: 'tablet' });
  expect(onRoll(tea, roll({ marks: [mark('a', 'present'), tablet] }))[0]?.disputed).toEqual(tablet);
});

describe('who has got a seat since the lesson began', () => {
  const joined = (at: number) => ({ ...tea, line: [...tea.line.slice(0, 2), { memberId: 'n', at }] });
  const { startsAt, endsAt } = lesson;

  test('stands on its roll behind the others and is missed by nobody', () => {
    const people = onRoll(joined(startsAt + 1), roll());
    expect(people.map(one => [one.memberId, one.due, one.seat])).toEqual([
      ['a', true, 1],
      ['b', true, 2],
      ['n', false, 3],
    ]);
    expect(isExpected(people[2]!)).toBe(false);
    expect(isExpected({ ...people[2]!, mark: mark('n', 'present') })).toBe(true);
  });

  test('in time is who did before it was over, or is marked all the same', () => {
    expect(ids(onRoll(joined(endsAt - 1), roll()))).toContain('n');
    expect(ids(onRoll(joined(endsAt), roll()))).not.toContain('n');
    expect(ids(onRoll(joined(endsAt), roll({ marks: [mark('n', 'present')] })))).toContain('n');
  });

  test('who waits behind the seats is not on it, though marked; nor is a guest on it twice', () => {
    expect(ids(onRoll(tea, roll({ marks: [mark('e', 'present')] })))).not.toContain('e');
    expect(ids(onRoll(joined(startsAt + 1), roll({ guests: [guest('n', 'walk-in')] })))).toEqual(['a', 'b', 'n']);
  });

  test('is no matter once it is closed: then it is who was expected', () => {
    const shut = roll({ closedAt: T + 1e9, expected: ['x', 'a'] });
    expect(seatsOf(joined(startsAt + 1), shut)).toEqual(['x', 'a']);
    expect(ids(onRoll(joined(startsAt + 1), shut))).toEqual(['x', 'a']);
  });
});

test('a lesson that is not there has the seats of the line', () => {
  expect(ids(onRoll({ ...tea, lessons: [] }, roll()))).toEqual(['a', 'b', 'c']);
  expect(ids(guestsOn({ ...tea, lessons: [] }, roll({ guests: [guest('d'), guest('a')] })))).toEqual(['d']);
});

describe('a lent seat', () => {
  const guests = (marks: Mark[] = [], change: object = {}) =>
    ids(
      guestsOn(tea, roll({ marks, guests: [guest('d'), guest('a'), guest('gone'), guest('w', 'walk-in')], ...change })),
    );

  test('is for who waits: not for who has one of their own by now or is gone, unless marked', () => {
    expect(guests()).toEqual(['d', 'w']);
    expect(guests([mark('gone', 'present')])).toEqual(['d', 'gone', 'w']);
    expect(guests([mark('a', 'present')])).toEqual(['d', 'w']);
  });

  test('is for the first in line, too, where no seat is left for anybody', () => {
    expect(ids(guestsOn({ ...tea, capacity: 0 }, roll({ guests: [guest('a')] })))).toEqual(['a']);
  });

  test('stays as it was once the lesson is closed', () => {
    expect(guests([], { closedAt: 1 })).toEqual(['d', 'a', 'gone', 'w']);
  });
});

test('missed in a closed and called lesson is who had a seat and was neither marked nor away', () => {
  const called = roll({
    marks: [mark('b', 'present')],
    leaves: [leave('c')],
    guests: [guest('w', 'walk-in')],
    closedAt: T + 1e9,
    expected: ['a', 'b', 'c'],
  });
  const missed = (of = called) => ids(onRoll(tea, of).filter(person => wasMissed(person, of)));
  expect(missed()).toEqual(['a']);
  expect(missed({ ...called, closedAt: null })).toEqual([]);
  expect(missed({ ...called, marks: [] })).toEqual([]);
});

test('what somebody is in a lesson: what they count as, and absent where they were missed', () => {
  const open = roll({
    marks: [mark('b', 'late')],
    leaves: [leave('c')],
    guests: [guest('w', 'walk-in')],
    expected: ['a', 'b', 'c'],
  });
  const states = (of: typeof open) =>
    Object.fromEntries(onRoll(tea, of).map(person => [person.memberId, stateIn(person, of)]));
  const closedAt = T + 1e9;

  expect(states(open)).toMatchObject({ a: null, b: 'late', c: 'leave', w: null });
  expect(states({ ...open, closedAt })).toEqual({ a: 'absent', b: 'late', c: 'leave', w: null });
  // A mark that came after the closing does not make it a roll that was called.
  const corrected = [{ ...mark('b', 'present'), receivedAt: closedAt + 1 }];
  expect(states({ ...open, closedAt, marks: corrected })).toMatchObject({ a: null, b: 'present' });
  // And one that was corrected afterwards had been called.
  expect(states({ ...open, closedAt, marks: [...open.marks, ...corrected] })).toMatchObject({ a: 'absent' });
});
