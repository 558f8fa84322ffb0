import type { Batch, LineEntry, Member, Section } from '../../../domain/model';
import { LINE_COLLECTIONS } from '../../../domain/line/collections';
import { TELLING_COLLECTIONS } from '../../../domain/telling/collections';
import { emptyRoll } from '../../../domain/roll/roll';
import { guestsOn, onRoll } from '../../../domain/roll/on-roll';
import { lateAndEmpty } from '../../../domain/attendance/no-show';
import { takeLeave } from '../../../domain/lesson/lend';
import { refuseWalkIn } from '../../../domain/roll/walk-in';
import { comingTo } from '../../../domain/telling/remind';
import { sameNumberAlarms } from '../../../domain/people/same-number';
import { anonymousSection } from '../../../domain/privacy/anonymous';
import { decideSectionChange } from '../../../domain/change/decide-change';
import { isRefused } from '../../../domain/base/refuse';
import { sentenceOf } from '../../../domain/record/said';
import {
  addressFor,
  promotionOf,
  attendeeOf,
  holderOf,
  isSameEntry,
  keyOf,
  keysOf,
  nameOfEntry,
  newEntry,
  pathsOf,
  peopleOf,
  renamedEntry,
} from '../../../domain/line/entry';
import { findHealing } from '../../../domain/line/heal';
import { holdState } from '../../../domain/line/hold';
import { hasSeat, movedUp } from '../../../domain/line/line';
import { placeOf } from '../../../domain/line/place';
import { postBoard } from '../../../domain/line/posted-board';
import { promoted } from '../../../domain/line/promote';
import { seatLeft, seatsThen } from '../../../domain/line/seats-then';
import { section, T } from './sections';

/**
 * Today a member is the key, the holder and the attendee of their entry. Here they are three, and every rule that reads
 * an entry is asked which of them it means.
 */
const of = (name: string, at: number): LineEntry => ({
  memberId: `key-${name}`,
  holderId: `holder-${name}`,
  attendeeId: `attendee-${name}`,
  at,
});
const seat = of('a', T + 1);
const wait = of('b', T + 2);
const LESSON = T + 30_000_000;
const lessons = [{ startsAt: LESSON, endsAt: LESSON + 3_600_000 }];
const line = (change: Partial<Section> = {}): Section => ({
  ...section({ capacity: 1, lessons, freezeAt: LESSON - 1 }),
  line: [seat, wait],
  lineCount: 2,
  ...change,
});
const member = (_id: string, phone: string) => ({ _id, phone, name: `name of ${_id}` }) as Member;

describe('an entry of one member', () => {
  const mine = newEntry('me', 7);

  test('stores one id, which is the answer to all three questions', () => {
    expect(mine).toEqual({ memberId: 'me', at: 7 });
    expect([keyOf(mine), holderOf(mine), attendeeOf(mine)]).toEqual(['me', 'me', 'me']);
    expect(peopleOf(mine)).toEqual(['me']);
  });

  test('is the same under the same key and instant, whoever comes', () => {
    expect(isSameEntry(mine, { ...mine, attendeeId: 'child' })).toBe(true);
    expect(isSameEntry(mine, { ...mine, at: 8 })).toBe(false);
    expect(isSameEntry(mine, newEntry('you', 7))).toBe(false);
  });

  test('is named by its key and instant alone, as the database pulls it', () => {
    expect(nameOfEntry(seat)).toEqual({ memberId: 'key-a', at: T + 1 });
  });

  test('stands where the guard and the queries look', () => {
    expect(keysOf('line')).toBe('line.memberId');
    expect(pathsOf('line')).toEqual(['line.memberId', 'line.holderId', 'line.attendeeId']);
  });
});

describe('the key', () => {
  test('is looked for in a line', () => {
    expect(placeOf(line(), 'key-b')).toMatchObject({ state: 'WAITING', number: 1 });
    for (const id of ['holder-b', 'attendee-b']) expect(placeOf(line(), id)).toBeNull();
  });

  test('has the hold', () => {
    const hold = { sectionId: 's', batchId: 'b', at: seat.at };
    expect(holdState(hold, 'key-a', line().line, T + 60_000)).toBe('USED');
    expect(holdState(hold, 'holder-a', line().line, T + 60_000)).toBe('UNUSED');
    expect(findHealing([line()], [], T + 60_000).missing.map(one => one.memberId)).toEqual(['key-a', 'key-b']);
  });

  test('is remembered of a full line, and has the tag on the board', () => {
    const board = postBoard('b', [line()], T + 1, id => id);
    expect(board.full['s']?.tags).toEqual(['key-a', 'key-b']);
  });

  test('moves up', () => {
    expect(movedUp(line(), { ...line(), capacity: 2 })).toEqual([wait]);
    expect(promoted([seat, wait], [wait], 1)).toEqual([wait]);
  });
});

describe('the attendee', () => {
  const roll = emptyRoll(line(), 0, lessons[0]!);

  test('had the seat when a lesson began, and is on its roll', () => {
    expect(seatsThen(line(), LESSON)).toEqual(['attendee-a']);
    expect(onRoll(line(), roll)).toMatchObject([{ memberId: 'attendee-a', as: 'seat', seat: 1 }]);
  });

  test('takes leave, and the attendee of the first wait is lent the seat', () => {
    const lent = takeLeave(line(), roll, lessons[0]!, 'attendee-a', '', T);
    if (!lent || isRefused(lent)) throw new Error('refused');
    expect(lent.to).toBe('attendee-b');
    expect(guestsOn(line(), lent.roll)).toMatchObject([{ memberId: 'attendee-b', seatOf: 'attendee-a' }]);
    expect(takeLeave(line(), roll, lessons[0]!, 'holder-a', '', T)).toMatchObject({ refused: 'NOT_SEATED' });
  });

  test('may walk in as somebody who waits', () => {
    const early = LESSON + 15 * 60_000;
    expect(refuseWalkIn(line(), roll, lessons[0]!, 'attendee-b', early)).toBeNull();
    expect(refuseWalkIn(line(), roll, lessons[0]!, 'holder-b', early)).toMatchObject({ refused: 'LINE_FIRST' });
  });

  test('is absent where the seat was given back late', () => {
    const late = { ...seat, at: LESSON - 5 };
    expect(lateAndEmpty(line({ line: [], lateDrops: [late] }), lessons[0]!)).toEqual(['attendee-a']);
    expect(lateAndEmpty(line({ line: [of('a', LESSON - 3)], capacity: 2, lateDrops: [late] }), lessons[0]!)).toEqual(
      [],
    );
  });

  test('has a seat only if asked for as the attendee', () => {
    expect(hasSeat(line(), 'attendee-a', attendeeOf)).toBe(true);
    expect(hasSeat(line(), 'attendee-a')).toBe(false);
  });
});

describe('the holder', () => {
  test('is told of a first lesson, unless the attendee is on leave', () => {
    expect(comingTo(line(), null)).toEqual([{ memberId: 'holder-a', attendeeId: 'attendee-a' }]);
    expect(comingTo(line(), { leaves: [{ memberId: 'attendee-a', at: T, reason: '' }] })).toEqual([]);
  });

  test('is told of the place that moves up, which its instant names', () => {
    expect(promotionOf(wait)).toEqual({ memberId: 'holder-b', attendeeId: 'attendee-b', at: T + 2 });
  });

  test('is told about the attendee, who is looked for in the line and among those who left', () => {
    const away = { ...seat, memberId: 'c', attendeeId: 'attendee-c' };
    const left = { at: T, capacity: 1, left: { ...seat, attendeeId: 'attendee-d', index: 0 } };
    const section = line({ lateDrops: [away], seatChanges: [left] });
    for (const id of ['attendee-a', 'attendee-c', 'attendee-d'])
      expect(addressFor(section, id)).toEqual({ memberId: 'holder-a', attendeeId: id });
    expect(addressFor(section, 'stranger')).toEqual({ memberId: 'stranger' });
  });

  test('is one account, whoever comes', () => {
    const [a, b] = [member('holder-a', '13594218830'), member('holder-b', '13594218830')];
    const alarms = sameNumberAlarms([line()], new Map([a, b].map(one => [one._id, one])));
    expect(alarms).toHaveLength(1);
    expect(
      sameNumberAlarms([line({ line: [seat, { ...wait, holderId: 'holder-a' }] })], new Map([['holder-a', a]])),
    ).toEqual([]);
  });
});

describe('an act of staff', () => {
  const view = (section: Section) => ({
    now: T + 10_000,
    batch: {
      _id: 'b',
      state: 'scheduled',
      opensAt: T,
      closesAt: T + 9e9,
      lastLessonAt: LESSON,
      capacity: 1,
      sectionCount: 1,
    } as Batch,
    section,
    neighbours: [],
    member: member('attendee-a', '13594218830'),
    standing: {
      _id: 'key-a',
      holds: [{ sectionId: 's', batchId: 'b', at: seat.at }],
      batches: { b: { settledAt: 1, count: 1 } },
    },
    held: [],
    instructors: [],
    isCalled: false,
  });
  const effectOf = (change: Parameters<typeof decideSectionChange>[1], section = line()) => {
    const effect = decideSectionChange(view(section), change, '因为');
    if (isRefused(effect)) throw new Error(effect.refused);
    return effect;
  };
  const toldBy = (change: Parameters<typeof decideSectionChange>[1], section = line()) =>
    effectOf(change, section).tell.map(({ kind, to }) => [kind, to.map(one => one.memberId)]);

  test('names the key, writes its standing, puts the attendee on the record and tells the holder', () => {
    const change = { kind: 'removePerson', sectionId: 's', memberId: 'key-a' } as const;
    const effect = effectOf(change);
    expect(effect).toMatchObject({
      memberId: 'attendee-a',
      standing: { _id: 'key-a', holds: [] },
      section: { line: [wait] },
      affected: [{ memberId: 'attendee-a' }, { memberId: 'attendee-b' }],
    });
    expect(effect.summary).toContainEqual(expect.objectContaining({ memberId: 'attendee-a' }));
    expect(sentenceOf(effect.summary)).toContain('name of attendee-a');
    expect(toldBy(change)).toEqual([
      ['REMOVED', ['holder-a']],
      ['PROMOTED', ['holder-b']],
    ]);
  });

  test('tells the holders whom it moves', () => {
    const three = line({ capacity: 0, line: [seat, wait, of('c', T + 3)], lineCount: 3 });
    expect(toldBy({ kind: 'movePerson', sectionId: 's', memberId: 'key-c', number: 1 }, three)).toEqual([
      ['MOVED', ['holder-c']],
      ['MOVED', ['holder-a', 'holder-b']],
    ]);
  });

  test('tells every holder that the class is called off, and frees every entry', () => {
    const change = { kind: 'cancelSection', sectionId: 's' } as const;
    expect(toldBy(change)).toEqual([['SECTION_CANCELLED', ['holder-a', 'holder-b']]]);
    expect(effectOf(change).freed).toEqual([seat, wait]);
  });
});

describe('history', () => {
  test('keeps all three, and each is forgotten alone', () => {
    const noted = seatLeft(line(), seat, LESSON + 1);
    expect(noted?.left).toEqual({ ...seat, index: 0 });
    const there = line({ lateDrops: [seat], seatChanges: [noted!] });
    for (const id of peopleOf(seat)) {
      const after = anonymousSection(there, new Map([[id, 'x']]));
      expect(JSON.stringify(after)).not.toContain(id);
      for (const other of peopleOf(seat).filter(one => one !== id)) expect(JSON.stringify(after)).toContain(other);
    }
    expect(anonymousSection(section({}, 'me'), new Map([['me', 'x']])).line).toEqual([newEntry('x', T + 1_000)]);
  });

  test('is about all three', () => {
    const { about, rows } = LINE_COLLECTIONS.sections;
    const there = line({ lateDrops: [seat], seatChanges: [seatLeft(line(), seat, LESSON + 1)!] });
    const told = { classOf: () => undefined, batchOf: () => undefined };
    for (const memberId of peopleOf(seat)) expect(rows(there, { ...told, memberId })).toHaveLength(3);
    for (const list of ['line', 'lateDrops', 'seatChanges.left'])
      for (const path of pathsOf(list)) expect(about).toContain(path);
    for (const list of ['dropping.entry', 'dropping.before'])
      for (const path of pathsOf(list)) expect(TELLING_COLLECTIONS.outbox.about).toContain(path);
  });
});

test('an entry under other ids gets none that it had not', () => {
  const rename = (id: string) => `x${id}`;

  expect(Object.keys(renamedEntry({ memberId: 'a', at: 1 }, rename))).toEqual(['memberId', 'at']);
  expect(renamedEntry({ memberId: 'a', holderId: 'b', attendeeId: 'c', at: 1 }, rename)).toEqual({
    memberId: 'xa',
    holderId: 'xb',
    attendeeId: 'xc',
    at: 1,
  });
});
