import type { Erasure, Section } from '../../../domain/model';
import { emptyRoll, type Roll } from '../../../domain/roll/roll';
import { anonymousRoll, isAnonymous, peopleOnRoll } from '../../../domain/privacy/anonymous';
import { fateOf, QUIET_MS, remembered, REMEMBERED_MS, unsettledIn } from '../../../domain/privacy/erase';

const DAY = 86_400_000;
const lesson = (startsAt: number) => ({ startsAt, endsAt: startsAt + 10 });
const section = (change: Partial<Section> = {}) =>
  ({
    capacity: 1,
    line: [
      { memberId: 'me', at: 1 },
      { memberId: 'waits', at: 2 },
    ],
    lessons: [lesson(100), lesson(200)],
    freezeAt: 90,
    ...change,
  }) as Pick<Section, 'lessons' | 'freezeAt' | 'capacity' | 'line'>;

test.each([
  ['before the freeze a seat is left', 'me', 89, {}, 'LEAVE'],
  ['from the freeze on it stays, without its person', 'me', 90, {}, 'AWAY'],
  ['a wait can be left while there are lessons', 'waits', 209, {}, 'LEAVE'],
  ['after the last lesson everything is history', 'me', 210, {}, 'KEPT'],
  ['a wait, too', 'waits', 210, {}, 'KEPT'],
  ['where the line never freezes it moves until the last lesson begins', 'me', 199, { freezeAt: undefined }, 'LEAVE'],
  ['and not after', 'me', 200, { freezeAt: undefined }, 'AWAY'],
  ['a class without lessons is not over', 'me', 89, { lessons: [] }, 'LEAVE'],
  ['nor is it where it never freezes', 'me', 500, { lessons: [], freezeAt: undefined }, 'LEAVE'],
  [
    'a lesson that was called off ends nothing',
    'me',
    150,
    { lessons: [lesson(100), { ...lesson(200), cancelled: true }] },
    'KEPT',
  ],
] as const)('%s', (_, who, now, change, fate) => {
  const there = section(change as Partial<Section>);
  expect(
    fateOf(
      there,
      there.line.find(entry => entry.memberId === who)!,
      who,
      now,
    ),
  ).toBe(fate);
});

test.each([
  ['the attendee of a seat that can still be given back', 'child', 89, 'LEAVE'],
  ['its holder', 'parent', 89, 'LEAVE'],
  ['the attendee, once the line no longer moves', 'child', 90, 'AWAY'],
  ['its holder then: the attendee still comes', 'parent', 90, 'KEPT'],
] as const)('a place that one member holds for another loses %s', (_, gone, now, fate) => {
  const entry = { memberId: 'child', holderId: 'parent', at: 1 };
  expect(fateOf(section({ line: [entry] }), entry, gone, now)).toBe(fate);
});

test('an erasure waits for 75 seconds, and is remembered for 90 days', () => {
  expect([QUIET_MS, REMEMBERED_MS]).toEqual([75_000, 90 * DAY]);
});

describe('what a closing may still find of somebody who is gone', () => {
  const CLOSED = 9 * DAY;
  const lessons = [lesson(100), lesson(200)];
  const pending = (now: number, change: object = {}) =>
    unsettledIn([{ _id: 's', lessons, dropUntil: 80, ...change }], id => `alias of ${id}`, now);
  const until = (end: number) => [{ sectionId: 's', alias: 'alias of s', until: end + CLOSED }];

  test.each([
    ['nothing, while a seat can be given up in time', 79, {}, []],
    ['the next lesson, from the instant on in which it would be late', 80, {}, until(110)],
    ['the lesson that begins now', 100, { dropUntil: 1_000 }, until(110)],
    ['the later one of an open lesson and the next', 100, {}, until(210)],
    [
      'an open lesson for nine days, where the seat could be given up in time',
      110 + CLOSED - 1,
      { lessons: [lesson(100)] },
      until(110),
    ],
    ['nothing any more from then on', 110 + CLOSED, { lessons: [lesson(100)] }, []],
    ['nothing of a lesson that was called off', 150, { lessons: [{ ...lesson(100), cancelled: true }] }, []],
  ])('%s', (_, now, change, found) => {
    expect(pending(now as number, change as object)).toEqual(found);
  });
});

test('what is remembered of somebody who is gone: absences of the last days and that they came, until the day it is forgotten', () => {
  const gone = { _id: 'm', forgetAt: 90 * DAY, missed: [0, 20 * DAY], cameBefore: true } as Erasure;

  expect(remembered(gone, 90, 21 * DAY)).toEqual({ missed: [0, 20 * DAY], cameBefore: true });
  expect(remembered(gone, 10, 21 * DAY)).toEqual({ missed: [20 * DAY], cameBefore: true });
  expect(remembered(gone, 1, 21 * DAY).missed).toEqual([]);
  expect(remembered(gone, 90, 90 * DAY)).toEqual({ missed: [], cameBefore: false });
  expect(remembered(null, 90, 0)).toEqual({ missed: [], cameBefore: false });
});

test('a roll without its instructor: the marks stay, the phone and the key of the codes go', () => {
  const roll: Roll = {
    ...emptyRoll({ _id: 's', batchId: 'b' }, 0, { startsAt: 1 }),
    marks: [
      {
        nonce: 'n',
        memberId: 'a',
        state: 'late',
        source: 'instructor',
        at: 1,
        receivedAt: 1,
        by: 'me',
        device: 'phone',
        seen: 0,
        reason: '堵车',
      },
    ],
    codeKeys: { k: { by: 'me', secret: 's', place: { latitude: 1, longitude: 2 } }, other: { by: 'you', secret: 't' } },
  };

  const after = anonymousRoll(roll, new Map([['me', 'x1']]));

  expect(after.marks).toEqual([{ ...roll.marks[0], by: 'x1', device: 'x1' }]);
  expect(Object.keys(after.codeKeys)).toEqual(['other']);
  expect([...peopleOnRoll(after)].sort()).toEqual(['a', 'x1', 'you']);
  expect(isAnonymous('x1')).toBe(true);
});
