import type { Member, Section, Standing } from '../../../domain/model';
import { REOPEN_MS } from '../../../domain/line/full-memory';
import { HOLD_TTL_MS } from '../../../domain/line/hold';
import { decide, effectOf, full, HOUR, now } from './change-views';
import { section, standing } from '../line/sections';

const me = { _id: 'me', name: '何燕' } as Member;
const add = { kind: 'addPerson', memberId: 'me' } as const;
const OLD = now - HOLD_TTL_MS;
/** Another class of the batch in which I have stood since OLD. */
const mine = (change = {}) => ({
  ...section({ _id: 'o', ...change }),
  line: [{ memberId: 'me', at: OLD }],
  lineCount: 1,
});
const held = (change?: object) => ({ member: me, standing: standing({ o: OLD }), held: [mine(change)] });

describe('addPerson', () => {
  test('at the end of the line, with the hold and the count', () => {
    const effect = effectOf(add, { section: section({}, 'a'), member: me });

    expect(effect.section?.line?.at(-1)).toEqual({ memberId: 'me', at: now });
    expect(effect.section?.lineCount).toBe(2);
    expect(effect.standing).toEqual({
      _id: 'me',
      holds: [{ sectionId: 's', batchId: 'b', at: now }],
      batches: { b: { settledAt: 0, count: 1 } },
      first: [],
    });
    expect(effect).toMatchObject({
      summary: ['把', { memberId: 'me', name: '何燕' }, '加入队伍，第 2 座'],
      memberId: 'me',
      tell: [{ kind: 'ADDED' }],
      affected: [{ memberId: 'me', text: '不在队伍里 → 第 2 座' }],
      warnings: [],
    });
  });

  test.each([
    ['nobody knows', {}, { refused: 'PERSON_NOT_FOUND' }],
    ['stands in the line', { member: me, section: section({}, 'me') }, { refused: 'ALREADY_IN_LINE' }],
    ['finds it full', { member: me, section: full() }, { refused: 'FULL_FOR_STAFF' }],
    [
      'has a seat in a class that clashes',
      { ...held(), section: section({ clashIds: ['o'] }) },
      { refused: 'CLASH', details: { sectionId: 'o', state: 'SEATED' } },
    ],
    [
      'is at the limit',
      { ...held(), section: section({ limit: 1 }) },
      { refused: 'LIMIT_REACHED', details: { limit: 1 } },
    ],
  ])('somebody who %s', (_, about, refusal) => {
    expect(decide(add, { section: section(), ...about })).toMatchObject(refusal);
  });

  describe('with two holds', () => {
    const holding = (change = {}) => ({
      section: section({ limit: 5, ...change }),
      member: me,
      standing: standing({ o: OLD, p: OLD }),
    });
    const empty = section({ _id: 'o' });
    const kept = (held: Section[], change = {}) =>
      effectOf(add, { ...holding(change), held }).standing?.holds.map(hold => hold.sectionId);

    test('one that nothing stands behind goes, whatever the other is and whichever line comes first', () => {
      expect(kept([mine({ _id: 'p' }), empty])).toEqual(['p', 's']);
      expect(kept([empty, mine({ _id: 'p' })])).toEqual(['p', 's']);
    });

    test('one whose class is gone is in nobody’s way', () => {
      expect(kept([mine({ _id: 'p' })])).toEqual(['p', 's']);
    });

    test('a class clashes only if its own hold is used', () => {
      const clash = { clashIds: ['o'] };

      expect(kept([empty, mine({ _id: 'p' })], clash)).toEqual(['p', 's']);
      expect(decide(add, { ...holding(clash), held: [mine({ _id: 'p' }), mine()] })).toMatchObject({
        refused: 'CLASH',
        details: { sectionId: 'o' },
      });
    });
  });

  test('what else the standing says stays', () => {
    const narrow = { ...standing({ o: OLD }), narrowUntil: now + 1 };
    const effect = effectOf(add, { ...held(), section: section(), standing: narrow });

    expect(effect.standing).toMatchObject({ narrowUntil: now + 1 });
  });

  test('one below the limit, or with a place in another batch: fine', () => {
    expect(effectOf(add, { ...held(), section: section({ limit: 2 }) }).standing?.batches['b']?.count).toBe(2);
    const elsewhere: Standing = { ...standing(), holds: [{ sectionId: 'o', batchId: 'z', at: OLD }] };
    expect(effectOf(add, { ...held(), standing: elsewhere, section: section({ limit: 1 }) }).standing?.batches).toEqual(
      {
        b: { settledAt: expect.any(Number), count: 1 },
        z: { settledAt: 0, count: 1 },
      },
    );
  });

  test('a hold that nothing stands behind is in nobody’s way; a claim in flight decides first', () => {
    const unused = { member: me, held: [section({ _id: 'o' })], section: section({ limit: 1 }) };
    expect(effectOf(add, { ...unused, standing: standing({ o: OLD }) }).standing?.holds).toHaveLength(1);
    expect(decide(add, { ...unused, standing: standing({ o: OLD + 1 }) })).toMatchObject({ refused: 'BUSY' });
  });
});

describe('movePerson', () => {
  const waiting = section({ waitlistLimit: 4 }, 'a', 'b', 'c', 'd', 'e');
  const move = (memberId: string, number: number) => ({ kind: 'movePerson', memberId, number }) as const;
  const order = (memberId: string, number: number) =>
    effectOf(move(memberId, number), { section: waiting })
      .section?.line?.map(entry => entry.memberId)
      .join('');

  test.each([
    ['e', 1, 'abecd'],
    ['e', 2, 'abced'],
    ['c', 3, 'abdec'],
    ['c', 99, 'abdec'],
  ])('%s to %i', (memberId, number, line) => {
    expect(order(memberId, number)).toBe(line);
  });

  test('who is moved and who is moved along are told', () => {
    const effect = effectOf(move('e', 1), { section: waiting });
    expect(effect.tell.map(telling => [telling.kind, telling.to.map(one => one.memberId)])).toEqual([
      ['MOVED', ['e']],
      ['MOVED', ['c', 'd']],
    ]);
    expect(effect.tell[1]?.text).toContain('往后移了 1 位');
    expect(effect).toMatchObject({ before: '候补第 3 位', after: '候补第 1 位', warnings: [] });
  });

  test('whoever waits before both places is not affected; moving back brings others forward', () => {
    const forward = effectOf(move('e', 2), { section: waiting });
    const back = effectOf(move('c', 3), { section: waiting });

    expect(forward.affected.map(one => one.memberId)).toEqual(['d', 'e']);
    expect(back.tell[1]?.text).toContain('往前移了 1 位');
  });

  test.each([
    ['a seat', 'b', 1, 'SEATED_STAY'],
    ['nobody', 'x', 1, 'NOT_IN_LINE'],
    ['where they stand', 'c', 1, 'NOTHING_CHANGES'],
    ['the last one beyond the end', 'e', 9, 'NOTHING_CHANGES'],
  ])('%s is refused', (_, memberId, number, refused) => {
    expect(decide(move(memberId, number), { section: waiting })).toMatchObject({ refused });
  });
});

describe('removePerson', () => {
  const remove = (memberId: string) => ({ kind: 'removePerson', memberId }) as const;

  test('before the freezing the line moves up and is told; its hold goes along; newcomers wait for the reopening', () => {
    const line = full({ freezeAt: now + 1 });
    const at = line.line[0]!.at;
    const who = { member: { ...me, _id: 'a' }, standing: { ...standing({ s: at, o: 5 }), _id: 'a' } };
    const random = jest.spyOn(Math, 'random').mockReturnValue(0);
    const effect = effectOf(remove('a'), { section: line, ...who });
    random.mockRestore();

    expect(effect.section).toMatchObject({ lineCount: 2, capacity: 2, reopensAt: now + REOPEN_MS });
    expect(effect.section?.line?.map(entry => entry.memberId)).toEqual(['b', 'c']);
    expect(effect.tell).toMatchObject([{ kind: 'REMOVED' }, { kind: 'PROMOTED', to: [{ memberId: 'c' }] }]);
    expect(effect.standing).toMatchObject({ holds: [{ sectionId: 'o' }], batches: { b: { count: 1 } } });
    expect(effect.affected).toEqual([
      { memberId: 'a', text: '第 1 座 → 退出这个班' },
      { memberId: 'c', text: '候补第 1 位 → 第 2 座' },
    ]);
    expect(effect.batch).toBeUndefined();
  });

  test('from the freezing on the seat goes with its person: nobody moves up, and the line stays as full as it was', () => {
    const effect = effectOf(remove('a'), { section: full({ freezeAt: now }) });

    expect(effect.section).toMatchObject({ capacity: 1, lineCount: 2 });
    expect(effect.section).not.toHaveProperty('reopensAt');
    expect(effect.batch).toEqual({ capacity: 9 });
    expect(effect.tell.map(telling => telling.kind)).toEqual(['REMOVED']);
    expect(effect.warnings).toEqual([expect.stringContaining('不再递补')]);
  });

  test('the only seat: the first in line has it now', () => {
    const one = section({ capacity: 1 }, 'a', 'b');
    expect(effectOf(remove('a'), { section: one }).affected).toEqual([
      { memberId: 'a', text: '第 1 座 → 退出这个班' },
      { memberId: 'b', text: '候补第 1 位 → 第 1 座' },
    ]);
  });

  test('where nobody waits, or who waits is removed, no seat is lost to the freezing', () => {
    expect(effectOf(remove('a'), { section: section({ freezeAt: now }, 'a', 'b') }).section?.capacity).toBe(2);
    expect(effectOf(remove('c'), { section: full({ freezeAt: now }) }).section?.capacity).toBe(2);
  });

  test('who is not in the line cannot be removed', () => {
    expect(decide(remove('x'))).toMatchObject({ refused: 'NOT_IN_LINE' });
  });
});

describe('somebody is taken out of a class', () => {
  const begun = [now - HOUR, now + 48 * HOUR].map(startsAt => ({ startsAt, endsAt: startsAt + HOUR }));
  const out = (memberId: string, change: Partial<Section> = {}, held: Standing | null = null) =>
    effectOf({ kind: 'removePerson', memberId }, { section: full(change), standing: held });

  test('while the line moves its size stays, and the next one moves up', () => {
    const effect = out('a');
    expect(effect).toMatchObject({ before: '第 1 座', after: '不在队伍里', section: { capacity: 2 }, warnings: [] });
    expect(effect.section).not.toHaveProperty('seatChanges');
    expect(effect).not.toHaveProperty('batch');
    expect(effect.tell.map(one => one.kind)).toEqual(['REMOVED', 'PROMOTED']);
  });

  test('once it is frozen the seat goes with its person where somebody would move up into it', () => {
    const effect = out('a', { freezeAt: now, lessons: begun });
    expect(effect).toMatchObject({
      after: '不在队伍里，名额减为 1',
      section: { capacity: 1 },
      batch: { capacity: 9 },
      warnings: ['已过递补冻结时间，空出的座位不再递补，名额减 1'],
    });
    expect(effect.tell.map(one => one.kind)).toEqual(['REMOVED']);
    // Whose seat it was, or that there was one more, when the lesson began.
    expect(effect.section?.seatChanges).toHaveLength(1);
  });

  test('while waiting: the seats of the lesson that has begun are as they were', () => {
    expect(out('c', { lessons: begun }).section).not.toHaveProperty('seatChanges');
  });

  test.each([
    ['who waits', 'c', {}],
    ['where nobody waits', 'a', { line: full().line.slice(0, 2), lineCount: 2 }],
  ])('and stays there: %s', (_, who, change) => {
    expect(out(who, { freezeAt: now, ...change })).toMatchObject({
      after: '不在队伍里',
      section: { capacity: 2 },
      warnings: [],
    });
  });

  test('their hold of this very place is gone, and no other', () => {
    const holds = [
      { sectionId: 's', batchId: 'b', at: full().line[0]!.at },
      { sectionId: 's', batchId: 'b', at: 7 },
      { sectionId: 'other', batchId: 'b', at: full().line[0]!.at },
    ];
    const standing = { _id: 'a', holds, batches: { b: { settledAt: 1, count: 3 } } };
    expect(out('a', {}, standing).standing?.holds).toEqual(holds.slice(1));
  });
});
