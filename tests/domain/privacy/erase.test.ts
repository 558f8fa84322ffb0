import type { Erasure, Section } from '../../../domain/model';
import { emptyRoll, type Roll } from '../../../domain/roll/roll';
import { anonymousRoll, isAnonymous, peopleOnRoll } from '../../../domain/privacy/anonymous';
import { fateOf, remembered } from '../../../domain/privacy/erase';

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
  [
    'a lesson that was called off ends nothing',
    'me',
    150,
    { lessons: [lesson(100), { ...lesson(200), cancelled: true }] },
    'KEPT',
  ],
] as const)('%s', (_, who, now, change, fate) => {
  expect(fateOf(section(change as Partial<Section>), who, now)).toBe(fate);
});

test('what is remembered of somebody who is gone: absences of the last days and that they came, until the day it is forgotten', () => {
  const gone = { _id: 'm', forgetAt: 90 * DAY, missed: [0, 20 * DAY], cameBefore: true } as Erasure;

  expect(remembered(gone, 90, 21 * DAY)).toEqual({ absences: 2, cameBefore: true });
  expect(remembered(gone, 10, 21 * DAY)).toEqual({ absences: 1, cameBefore: true });
  expect(remembered(gone, 90, 90 * DAY)).toEqual({ absences: 0, cameBefore: false });
  expect(remembered(null, 90, 0)).toEqual({ absences: 0, cameBefore: false });
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
