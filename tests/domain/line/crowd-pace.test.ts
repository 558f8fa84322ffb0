import { paceOf, type Crowd } from '../../../domain/line/crowd-pace';
import { section, T } from './sections';

const crowd: Crowd = { people: 650_000, callsPerSecond: 1_000 };
/** Every line has 30 places. `joins`: when somebody joined, in ms since the stroke. */
const lineOf = (joins: readonly number[]) =>
  section({
    capacity: 30,
    waitlistLimit: 0,
    line: joins.map((ms, i) => ({ memberId: `m${i}`, at: T + ms })),
    lineCount: joins.length,
  });
const evenly = (people: number, ms: number) => Array.from({ length: people }, (_, i) => ((i + 1) * ms) / people);
const lines = (count: number, joins: readonly number[]) => Array.from({ length: count }, () => lineOf(joins));
const empty = lines(300, []);

test('at the stroke a crowd of 650 times the gate is asked for about as many claims as the gate takes', () => {
  const pace = paceOf(crowd, empty, T)!;

  // A fifth of them have tapped when phones go by this board. The gate has two seconds' calls for them.
  expect(pace * crowd.people * 0.2).toBeGreaterThan(1_000);
  expect(pace * crowd.people * 0.2).toBeLessThan(2_000);
  expect(paceOf(crowd, empty, T - 30_000)).toBe(pace);
});

test.each([0, 1_000, 60_000, 100_000])('%i people are never held back', people => {
  expect(paceOf({ people, callsPerSecond: 1_000 }, empty, T)).toBeUndefined();
});

test('the larger the crowd, the smaller the chance; the larger the gate, the greater', () => {
  const pace = paceOf(crowd, empty, T)!;

  expect(paceOf({ ...crowd, people: 2 * crowd.people }, empty, T)).toBeCloseTo(pace / 2, 9);
  expect(paceOf({ ...crowd, callsPerSecond: 2_000 }, empty, T)).toBeCloseTo(2 * pace, 9);
});

test('when lines are full, their people are gone and the others come sooner; who wants a full line counts by how fast it grew', () => {
  const at = T + 2_500;
  const full = (ms: number) => [...lines(20, evenly(30, ms)), ...lines(280, evenly(4, 2_500))];
  const none = paceOf(crowd, lines(300, evenly(6, 2_500)), at)!;
  const slowly = paceOf(crowd, full(2_400), at)!;
  const quickly = paceOf(crowd, full(500), at)!;

  expect(slowly).toBeGreaterThan(none);
  expect(quickly).toBeGreaterThan(1.5 * slowly);
});

test('when few are left, everybody may come at once', () => {
  expect(paceOf(crowd, lines(304, evenly(30, 2_000)), T + 4_000)).toBeUndefined();
  expect(paceOf(crowd, [...lines(303, evenly(30, 3_900)), lineOf(evenly(1, 3_900))], T + 4_000)).toBeUndefined();
});

test('if the lines grow slowly, fewer wait than were in the waiting room, and they are not held back', () => {
  const pace = (people: number) => paceOf(crowd, lines(300, evenly(people, 10_000)), T + 10_000);

  expect(pace(5)!).toBeGreaterThan(2 * pace(20)!);
  expect(paceOf(crowd, lines(300, [100]), T + 10_000)).toBeUndefined();
});

test('a cancelled class has no crowd, and a batch of none gives no pace that anybody could not use', () => {
  const cancelled = lines(300, evenly(6, 1_000)).map(one => ({ ...one, cancelledAt: T - 1 }));

  expect(paceOf(crowd, [...empty, ...cancelled], T)).toBe(paceOf(crowd, empty, T));
  expect(paceOf(crowd, [], T)).toBeUndefined();
});
