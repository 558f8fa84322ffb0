import {
  anonymousId,
  anonymousRoll,
  anonymousSection,
  GONE_NAME,
  isAnonymous,
  nameOf,
  nameOn,
  peopleOnRoll,
} from '../../../domain/privacy/anonymous';
import { mark, roll } from '../roll/rolls';
import { section } from '../line/sections';

const renamed = new Map([
  ['a', 'x1'],
  ['teacher', 'x2'],
]);

test('an anonymous id is an x and 24 signs, and a member’s id is none', () => {
  const id = anonymousId('0123456789'.repeat(4));
  expect(id).toBe('x012345678901234567890123');
  expect([id, 'm0x'].map(isAnonymous)).toEqual([true, false]);
});

test('who is gone is called so; who came and has no profile is not called gone', () => {
  expect(nameOf({ name: '李文秀' })).toBe('李文秀');
  expect([nameOf(null), nameOf(undefined)]).toEqual([GONE_NAME, GONE_NAME]);
  expect(nameOn('m1', { name: '李文秀' })).toBe('李文秀');
  expect(nameOn('x1', undefined)).toBe(GONE_NAME);
  expect(nameOn('m1', null)).toBe('没填资料');
});

describe('a section', () => {
  test('keeps its order under other ids: the line, late drops and seats given up', () => {
    const before = section(
      {
        lateDrops: [
          { memberId: 'b', at: 1 },
          { memberId: 'a', at: 2 },
        ],
        seatChanges: [
          { at: 3, capacity: 2, left: { memberId: 'a', at: 1, index: 0 } },
          { at: 4, capacity: 2, left: { memberId: 'b', at: 1, index: 0 } },
          { at: 5, capacity: 1 },
        ] as never,
      },
      'a',
      'b',
    );
    const after = anonymousSection(before, renamed);
    expect(after.line).toEqual([{ ...before.line[0], memberId: 'x1' }, before.line[1]]);
    expect(after.lateDrops).toEqual([
      { memberId: 'b', at: 1 },
      { memberId: 'x1', at: 2 },
    ]);
    expect(after.seatChanges).toEqual([
      { at: 3, capacity: 2, left: { memberId: 'x1', at: 1, index: 0 } },
      { at: 4, capacity: 2, left: { memberId: 'b', at: 1, index: 0 } },
      { at: 5, capacity: 1 },
    ]);
  });

  test('gets no lists that it had not', () => {
    expect(Object.keys(anonymousSection(section({}, 'a'), renamed))).toEqual(['line']);
  });
});

const guests = [
  { memberId: 'g', at: 1, as: 'lent' as const, seatOf: 'a' },
  { memberId: 'a', at: 2, as: 'walk-in' as const, seatOf: null },
  { memberId: 'h', at: 3, as: 'lent' as const, seatOf: 'b' },
];

test('everybody who stands on a roll in any way is one of its people', () => {
  const all = roll({
    marks: [mark('a', 'present')],
    leaves: [{ memberId: 'b', at: 1, reason: '' }],
    comings: [{ memberId: 'k', at: 1 }],
    guests: [{ ...guests[0]!, seatOf: 'c' }, guests[1]!],
    declined: ['d'],
    expected: ['e'],
    noShows: ['f'],
    appeals: [{ memberId: 'i', at: 1, text: '', answer: null }],
    codeKeys: { k: { by: 'j', secret: '' } },
  });
  expect([...peopleOnRoll(all)].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'i', 'j', 'k', 'teacher']);
  const [walkIn] = [roll({ guests: [guests[1]!] })];
  expect([...peopleOnRoll(walkIn)]).toEqual(['a']);
});

describe('a mark', () => {
  const after = (change: Parameters<typeof mark>[3], by = renamed) => {
    const before = mark('a', 'late', 1, { nonce: 'n-a-teacher', metres: 12, reason: '堵车', ...change });
    return anonymousRoll(roll({ marks: [before] }), by).marks[0];
  };
  const whole = mark('a', 'late', 1, { nonce: 'n-a-teacher', metres: 12, reason: '堵车' });

  test('of others stays as it is', () => {
    expect(after({}, new Map([['z', 'x9']]))).toEqual(whole);
  });

  test('of somebody who is gone stays without what was written and where they were; the phone of the other one stays', () => {
    const { metres: _metres, reason: _reason, ...kept } = whole;
    expect(after({}, new Map([['a', 'x1']]))).toEqual({ ...kept, nonce: 'n-x1-teacher', memberId: 'x1' });
  });

  test('by somebody who is gone keeps the reason, which is about the other one', () => {
    const { metres: _metres, ...kept } = whole;
    const by = { ...kept, nonce: 'n-a-x2', by: 'x2', device: 'x2' };
    expect(after({}, new Map([['teacher', 'x2']]))).toEqual(by);
    expect(Object.keys(after({ reason: undefined } as never, new Map([['teacher', 'x2']]))!)).not.toContain('reason');
  });

  test('where both are gone both have other ids, also in the name that the phone gave it', () => {
    expect(after({})).toMatchObject({ nonce: 'n-x1-x2', memberId: 'x1', by: 'x2' });
  });
});

test('a roll keeps its numbers under other ids; reasons, appeals and keys of who is gone are gone', () => {
  const b = { memberId: 'b', at: 2, reason: '出差' };
  const appeals = ['a', 'b'].map(memberId => ({ memberId, at: 1, text: '我在', answer: null }));
  const after = anonymousRoll(
    roll({
      leaves: [{ memberId: 'a', at: 1, reason: '生病' }, b],
      comings: ['a', 'b'].map(memberId => ({ memberId, at: 3 })),
      guests,
      declined: ['b', 'a'],
      expected: ['a', 'b'],
      noShows: ['a'],
      appeals,
    }),
    renamed,
  );
  expect(after.leaves).toEqual([{ memberId: 'x1', at: 1, reason: '' }, b]);
  expect(after.guests).toEqual([{ ...guests[0], seatOf: 'x1' }, { ...guests[1], memberId: 'x1' }, guests[2]]);
  expect([after.declined, after.expected, after.noShows]).toEqual([['b', 'x1'], ['x1', 'b'], ['x1']]);
  expect(after.appeals).toEqual([appeals[1]]);
  expect(after.comings).toEqual([{ memberId: 'b', at: 3 }]);
});
