import { instantOf } from '../../../domain/clock';
import type { Section, Tally } from '../../../domain/model';
import { numbersOf, suggestedCapacity, whenOf } from '../../../domain/rules/demand';
import { peopleIn, shortId, sumOf } from '../../../domain/rules/tally';

const member = (n: number) => `m${String(n).padStart(8, '0')}${'f'.repeat(16)}`;
const ids = (...people: number[]) => people.map(n => shortId(member(n))).join('');
const OPEN = 1_000_000_000_000;

const tally = (part: Partial<Tally>): Tally => ({
  _id: 't',
  batchId: 'b',
  answers: {},
  seconds: {},
  tries: {},
  turnedAway: {},
  atLeast: false,
  ...part,
});
const section = (part: Partial<Section>) =>
  ({ _id: 's', course: '茶艺', name: '一班', capacity: 2, lessons: [], line: [], ...part }) as Section;

test('instances are summed by kind, by second and by section; a person whom two of them turned away is one', () => {
  const sum = sumOf([
    tally({ answers: { FULL: 2 }, seconds: { 0: { FULL: 2 } }, tries: { s: 2 }, turnedAway: { s: ids(1, 2) } }),
    tally({
      answers: { FULL: 1, SEATED: 1 },
      seconds: { 0: { SEATED: 1 }, 3: { FULL: 1 } },
      tries: { s: 2 },
      turnedAway: { s: ids(2) },
    }),
  ]);

  expect(sum.answers).toEqual({ FULL: 3, SEATED: 1 });
  expect([...sum.seconds]).toEqual([
    [0, { FULL: 2, SEATED: 1 }],
    [3, { FULL: 1 }],
  ]);
  expect(sum.tries).toEqual({ s: 4 });
  expect(sum.turnedAway.get('s')!.size).toBe(2);
});

test('a list of people is read back whole', () => {
  expect(peopleIn(ids(1, 22, 333))).toEqual([member(1), member(22), member(333)].map(shortId));
  expect(peopleIn('')).toEqual([]);
});

test('who was turned away and got a place after all is not turned away: in this class, and in the batch', () => {
  const sections = [
    section({
      _id: 's',
      line: [
        { memberId: member(1), at: OPEN + 900 },
        { memberId: member(2), at: OPEN + 2_000 },
      ],
    }),
    section({ _id: 'other', line: [{ memberId: member(4), at: OPEN + 61_000 }] }),
  ];

  const numbers = numbersOf({ opensAt: OPEN }, sections, [tally({ tries: { s: 5 }, turnedAway: { s: ids(2, 3, 4) } })]);

  expect(numbers.turnedAway).toBe(1);
  expect(numbers.sections[0]).toMatchObject({ seated: 2, waiting: 0, tries: 5, turnedAway: 2, filledAfterMs: 2_000 });
  expect(numbers.sections[1]).toMatchObject({ seated: 1, tries: 0, turnedAway: 0, filledAfterMs: null });
  expect(numbers.seatsByMinute).toEqual([2, 1]);
});

test('who waits in the line is wanted demand and no seat', () => {
  const line = [1, 2, 3].map(n => ({ memberId: member(n), at: OPEN + n }));

  const [demand] = numbersOf({ opensAt: OPEN }, [section({ line })], []).sections;

  expect(demand).toMatchObject({ seated: 2, waiting: 1 });
});

test.each([
  [30, 12, 15],
  [30, 30, 30],
  [30, 31, 35],
  [30, 60, 60],
  [30, 61, 60],
  [30, 3_000, 60],
  [30, 0, 5],
  [2, 40, 5],
  [0, 40, 5],
])('offered %i, wanted %i: %i next time', (offered, wanted, suggested) => {
  expect(suggestedCapacity(offered, wanted)).toBe(suggested);
});

test.each([
  ['11:59', '周三 上午'],
  ['12:00', '周三 下午'],
  ['17:29', '周三 下午'],
  ['17:30', '周三 晚上'],
])('a lesson at %s is %s', (time, words) => {
  const startsAt = instantOf('2027-03-10', time)!;
  expect(whenOf({ lessons: [{ startsAt, endsAt: startsAt + 1 }] })).toBe(words);
});

test('instances that could not tell all apart make it "at least"', () => {
  expect(numbersOf({ opensAt: OPEN }, [], [tally({}), tally({ atLeast: true })]).atLeast).toBe(true);
});
