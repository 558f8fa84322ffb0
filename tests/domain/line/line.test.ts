import fc from 'fast-check';
import {
  entryOf,
  freeSeatsIn,
  hasSeat,
  hasWait,
  indexOf,
  indexOfWait,
  isFull,
  isSeat,
  isSeatedOut,
  isWait,
  lastSeat,
  lineSize,
  movedUp,
  numberAt,
  roomIn,
  seated,
  seatedIn,
  waiting,
  waitingIn,
  withLine,
  wouldUnseat,
} from '../../../domain/line/line';
import { placeAt, placeOf, waitingBy } from '../../../domain/line/place';

const line = ['a', 'b', 'c', 'd', 'e'].map((memberId, at) => ({ memberId, at }));
const section = { _id: 's', line, lineCount: 5, capacity: 3, waitlistLimit: 2 };
const ids = (entries: { memberId: string }[]) => entries.map(entry => entry.memberId).join('');

test('the first `capacity` have seats, the others wait', () => {
  expect(ids(seated(section))).toBe('abc');
  expect(ids(waiting(section))).toBe('de');
  expect([seatedIn(section), waitingIn(section), freeSeatsIn(section)]).toEqual([3, 2, 0]);
  expect(line.map((_, index) => [isSeat(section, index), isWait(section, index), numberAt(section, index)])).toEqual([
    [true, false, 1],
    [true, false, 2],
    [true, false, 3],
    [false, true, 1],
    [false, true, 2],
  ]);
  expect(indexOfWait(section, 2)).toBe(4);
});

test('somebody who is not in the line has neither a seat nor a wait', () => {
  expect([indexOf(section, 'x'), hasSeat(section, 'x'), hasWait(section, 'x')]).toEqual([-1, false, false]);
  expect(entryOf(line, 'x')).toBeUndefined();
  expect([hasSeat(section, 'c'), hasWait(section, 'c'), hasSeat(section, 'd'), hasWait(section, 'd')]).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

test.each([
  [0, { seatsLeft: 3, waiting: 0, waitingLeft: 2 }, false],
  [2, { seatsLeft: 1, waiting: 0, waitingLeft: 2 }, false],
  [3, { seatsLeft: 0, waiting: 0, waitingLeft: 2 }, false],
  [4, { seatsLeft: 0, waiting: 1, waitingLeft: 1 }, false],
  [5, { seatsLeft: 0, waiting: 2, waitingLeft: 0 }, true],
  // Staff have made the waiting list shorter in a release that a repair had filled: nothing is less than none.
  [7, { seatsLeft: 0, waiting: 4, waitingLeft: 0 }, true],
])('%i people in a line of three seats and two waiting places', (lineCount, room, full) => {
  expect(roomIn({ ...section, lineCount })).toEqual(room);
  expect(isFull({ ...section, lineCount })).toBe(full);
});

test('a class without seats and without waiting places is full from the beginning', () => {
  const none = { ...section, capacity: 0, waitlistLimit: 0, line: [], lineCount: 0 };

  expect([isFull(none), isSeatedOut(none), lastSeat(none)]).toEqual([true, true, undefined]);
});

test('the last seat is known once every seat is taken', () => {
  expect(lastSeat({ line: line.slice(0, 2), capacity: 3 })).toBeUndefined();
  expect(lastSeat(section)?.memberId).toBe('c');
});

test('fewer seats take a seat from somebody only below those who sit', () => {
  expect([3, 2].map(capacity => wouldUnseat(section, capacity))).toEqual([false, true]);
  expect(wouldUnseat({ line: line.slice(0, 1), capacity: 3 }, 1)).toBe(false);
});

test('a line moves up when somebody leaves, and newcomers of the line after have not moved up', () => {
  const after = withLine(section, [...line.slice(1), { memberId: 'x', at: 9 }]);

  expect(after.lineCount).toBe(5);
  expect(ids(movedUp(section, after))).toBe('d');
  expect(ids(movedUp(section, { ...section, line: [{ memberId: 'x', at: 9 }] }))).toBe('');
});

test('for every line: seats and waits are the whole line, and each person is told the one that they have', () => {
  fc.assert(
    fc.property(fc.nat(12), fc.nat(8), fc.nat(6), (length, capacity, waitlistLimit) => {
      const of = {
        ...withLine(
          { ...section, capacity, waitlistLimit },
          Array.from({ length }, (_, at) => ({ memberId: `${at}`, at })),
        ),
      };

      expect([...seated(of), ...waiting(of)]).toEqual(of.line);
      expect(seatedIn(of) + waitingIn(of)).toBe(length);
      expect(seatedIn(of) + freeSeatsIn(of)).toBe(capacity);
      expect(isSeatedOut(of)).toBe(freeSeatsIn(of) === 0);
      expect(roomIn(of)).toMatchObject({ seatsLeft: freeSeatsIn(of), waiting: waitingIn(of) });
      expect(isFull(of)).toBe(length >= lineSize(of));
      for (const [index, { memberId }] of of.line.entries()) {
        const place = placeAt(of, index);
        const [seat, wait] = [seated(of).indexOf(of.line[index]!), waiting(of).indexOf(of.line[index]!)];
        expect(place).toMatchObject(
          seat < 0 ? { state: 'WAITING', number: wait + 1 } : { state: 'SEATED', number: seat + 1 },
        );
        expect(placeOf(of, memberId)).toEqual(place);
        expect(waitingBy(place, of)).toBe(waitingIn(of));
        expect([hasSeat(of, memberId), hasWait(of, memberId)]).toEqual([seat >= 0, wait >= 0]);
      }
    }),
  );
});
