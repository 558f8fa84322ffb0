import type { Neighbour } from '../../../domain/change/change-effect';
import { instructorTaken, placeTaken } from '../../../domain/change/change-details';
import { decide, effectOf, full, HOUR, now } from './change-views';

const at = (startsAt: number, hours = 1) => ({ startsAt, endsAt: startsAt + hours * HOUR });
const lessons = [at(now + 10 * HOUR)];
const neighbour = (change: object = {}) =>
  ({
    _id: 'n',
    batchId: 'b',
    course: '书法',
    name: '二班',
    place: '206',
    instructor: '陈静',
    lessons,
    clashIds: [],
    revision: 1,
    ...change,
  }) as unknown as Neighbour;
const places = (...neighbours: Neighbour[]) => placeTaken('206', lessons, neighbours);
const people = (names: string, instructor: string) => instructorTaken(names, lessons, [neighbour({ instructor })]);

test('a room that another class has at the same time is warned of', () => {
  expect(places(neighbour())).toEqual(['206在同一时间有书法二班']);
});

test.each([
  ['another room', { place: '207' }],
  ['another time', { lessons: [at(now + 11 * HOUR)] }],
  ['a class that was called off', { cancelledAt: 1 }],
])('%s is not', (_, change) => {
  expect(places(neighbour(change))).toEqual([]);
});

test('at most five are named', () => {
  const six = Array.from({ length: 6 }, () => neighbour());
  expect(places(...six)).toHaveLength(5);
  expect(instructorTaken('陈静', lessons, six)).toHaveLength(5);
});

test('of several instructors those are named who stand in the other class, too', () => {
  expect(people('陈静、李芳', '王敏、陈静')).toEqual(['陈静在同一时间要上书法二班']);
  expect(people('陈静', '王敏')).toEqual([]);
});

test('a name that the two cells part differently is warned of as the first cell writes it', () => {
  expect(people('阿依古丽·买买提', '阿依古丽 买买提老师')).toEqual(['阿依古丽·买买提在同一时间要上书法二班']);
});

test('a class changes its room for the lessons still to come', () => {
  const change = (section: object, other = neighbour()) =>
    effectOf({ kind: 'place', place: '206' }, { section: full(section), neighbours: [other] });
  const effect = change({ lessons });
  expect(effect).toMatchObject({ section: { place: '206' }, affected: [], warnings: ['206在同一时间有书法二班'] });
  // One that is over in this instant takes no room; one that runs does.
  const over = [at(now - HOUR)];
  const runs = [{ startsAt: now - HOUR, endsAt: now + 1 }];
  expect(change({ lessons: over }, neighbour({ lessons: over })).warnings).toEqual([]);
  expect(change({ lessons: runs }, neighbour({ lessons: runs })).warnings).toHaveLength(1);
});

test('the same room, or the same instructor, changes nothing', () => {
  expect(decide({ kind: 'place', place: full().place })).toMatchObject({ refused: 'NOTHING_CHANGES' });
  expect(decide({ kind: 'instructor', instructor: full().instructor })).toMatchObject({ refused: 'NOTHING_CHANGES' });
});
