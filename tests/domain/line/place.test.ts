import { countOf, placeAt, placeOf } from '../../../domain/line/place';
import { section, T } from './sections';

const line = section({}, 'ann', 'bo', 'cy');

test('the first `capacity` of a line have seats, counted from 1', () => {
  expect(placeOf(line, 'ann')).toEqual({ sectionId: 's', state: 'SEATED', number: 1, behind: 2, at: T + 1_000 });
  expect(placeOf(line, 'bo')).toMatchObject({ state: 'SEATED', number: 2, behind: 1 });
});

test('the others wait, counted from 1', () => {
  expect(placeOf(line, 'cy')).toMatchObject({ state: 'WAITING', number: 1, behind: 0 });
});

test('who is not in the line has no place', () => {
  expect(placeOf(line, 'dee')).toBeNull();
  expect(() => placeAt(line, 3)).toThrow(RangeError);
});

test('capacity 0 means that everybody waits', () => {
  expect(placeOf(section({ capacity: 0 }, 'ann'), 'ann')).toMatchObject({ state: 'WAITING', number: 1 });
});

test.each([
  [0, { seatsLeft: 2, waiting: 0, waitingLeft: 1 }],
  [1, { seatsLeft: 1, waiting: 0, waitingLeft: 1 }],
  [2, { seatsLeft: 0, waiting: 0, waitingLeft: 1 }],
  [3, { seatsLeft: 0, waiting: 1, waitingLeft: 0 }],
])('the board of a line of %i', (lineCount, counts) => {
  expect(countOf(section({ lineCount }))).toEqual({ sectionId: 's', ...counts });
});
