import { instantOf } from '../../../domain/base/clock';
import type { Section, Tally } from '../../../domain/model';
import { numbersOf, suggestedCapacity, whenOf } from '../../../domain/line/demand';
import { peopleIn, shortId, sumOf } from '../../../domain/line/tally';

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
const shown = (batch: { opensAt: number }, sections: Section[], tallies: Tally[], now = OPEN) =>
  numbersOf(batch, sections, tallies, now);
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

test('what went wrong: faults with the last instant of all instances, waits, and how many instances told', () => {
  const { trouble } = shown(
    { opensAt: OPEN },
    [],
    [
      tally({ answers: { FAULT: 2, BUSY: 1, SEATED: 9 }, lastFaultAt: OPEN + 3_000 }),
      tally({ answers: { FAULT: 1, FULL: 4 }, lastFaultAt: OPEN + 2_000 }),
      tally({ answers: { BUSY: 5 } }),
    ],
  );

  expect(trouble).toEqual({ faults: 3, lastFaultAt: OPEN + 3_000, waits: 6, instances: 3 });
  expect(shown({ opensAt: OPEN }, [], []).trouble).toEqual({
    faults: 0,
    lastFaultAt: null,
    waits: 0,
    instances: 0,
  });
});

describe('by course and by hour', () => {
  const at = (day: string, time: string) => [{ startsAt: instantOf(day, time)!, endsAt: instantOf(day, time)! + 1 }];
  const line = (...people: number[]) => people.map(n => ({ memberId: member(n), at: OPEN }));
  const [wednesday, sunday] = [at('2027-03-10', '19:00'), at('2027-03-14', '09:00')];
  const sections = [
    section({ _id: 'tea-1', lessons: wednesday, capacity: 2, line: line(1, 2, 3) }),
    section({ _id: 'tea-2', lessons: sunday, capacity: 1, line: line(3) }),
    section({ _id: 'choir', course: '合唱', lessons: wednesday, capacity: 10, line: line(1, 9) }),
    section({ _id: 'later', course: '合唱', lessons: [], capacity: 4 }),
    section({ _id: 'gone', course: '太极', lessons: wednesday, capacity: 0 }),
  ];
  // 2 was told FULL and has a seat beside; 5 was told so in both tea classes; 9 went to sing instead.
  const { groups } = shown({ opensAt: OPEN }, sections, [
    tally({ turnedAway: { 'tea-1': ids(5, 9), 'tea-2': ids(2, 5, 6), choir: ids(7) } }),
  ]);

  test('a person who wants two classes of a course wants it once; who waits in one and sits in the other has a seat', () => {
    expect(groups.courses).toEqual([
      { course: '茶艺', capacity: 3, seated: 3, wanted: 6, turnedAway: 3, suggestedCapacity: 6 },
      { course: '合唱', capacity: 14, seated: 2, wanted: 3, turnedAway: 1, suggestedCapacity: 5 },
    ]);
  });

  test('hours stand in the order of the week, what has none last', () => {
    expect(groups.hours).toEqual([
      { when: '周三 晚上', capacity: 12, seated: 3, wanted: 6, turnedAway: 2, suggestedCapacity: 10 },
      { when: '周日 上午', capacity: 1, seated: 1, wanted: 4, turnedAway: 3, suggestedCapacity: 5 },
      { when: '时间未定', capacity: 4, seated: 0, wanted: 0, turnedAway: 0, suggestedCapacity: 5 },
    ]);
  });

  test('each course at each hour, those with the most people without a seat first', () => {
    expect(groups.cells.map(({ course, when, wanted, seated }) => [course, when, wanted - seated])).toEqual([
      ['茶艺', '周三 晚上', 3],
      ['茶艺', '周日 上午', 3],
      ['合唱', '周三 晚上', 1],
      ['合唱', '时间未定', 0],
    ]);
  });
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

  const numbers = shown({ opensAt: OPEN }, sections, [tally({ tries: { s: 5 }, turnedAway: { s: ids(2, 3, 4) } })]);

  expect(numbers.turnedAway).toBe(1);
  expect(numbers.sections[0]).toMatchObject({ seated: 2, waiting: 0, tries: 5, turnedAway: 2, filledAfterMs: 2_000 });
  expect(numbers.sections[1]).toMatchObject({ seated: 1, tries: 0, turnedAway: 0, filledAfterMs: null });
});

test('who waits in the line is wanted demand and no seat', () => {
  const line = [1, 2, 3].map(n => ({ memberId: member(n), at: OPEN + n }));

  const [demand] = shown({ opensAt: OPEN }, [section({ line })], []).sections;

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
  expect(shown({ opensAt: OPEN }, [], [tally({}), tally({ atLeast: true })]).atLeast).toBe(true);
});

describe('over a batch', () => {
  const at = (day: string, time: string) => [{ startsAt: instantOf(day, time)!, endsAt: instantOf(day, time)! + 1 }];
  const line = (...people: number[]) => people.map(n => ({ memberId: member(n), at: OPEN + n }));
  const sections = [
    section({ _id: 'tea', lessons: at('2027-03-10', '19:00'), line: line(1, 2, 3) }),
    section({ _id: 'dance', course: '舞蹈', capacity: 1, lessons: at('2027-03-08', '09:00'), line: line(1) }),
    section({ _id: 'song', course: '合唱', capacity: 5, lessons: at('2027-03-08', '14:00') }),
    section({ _id: 'open', course: '手机', capacity: 1, line: line(9) }),
    section({ _id: 'off', course: '取消', capacity: 0 }),
    section({ _id: 'wanted', course: '书法', capacity: 0 }),
  ];
  const tallies = [
    tally({
      seconds: { 3: { FULL: 1 }, 1: { SEATED: 2 } },
      tries: { tea: 4, dance: 2 },
      turnedAway: { tea: ids(1, 7), dance: ids(7, 8), wanted: ids(8) },
    }),
    tally({ _id: 'u', collectedAt: OPEN + 60_000 }),
  ];
  const numbers = shown({ opensAt: OPEN }, sections, tallies);

  test('seconds in their order, all tries, people who were turned away everywhere, and instances that have not told yet', () => {
    expect(numbers.seconds.map(one => one.second)).toEqual([1, 3]);
    const late = tally({ seconds: { 3: { FULL: 1 } } });
    const early = tally({ seconds: { 0: { SEATED: 1 } } });
    expect(shown({ opensAt: OPEN }, [], [late, early]).seconds.map(one => one.second)).toEqual([0, 3]);
    expect([numbers.tries, numbers.turnedAway, numbers.trouble.instances]).toEqual([6, 2, 1]);
  });

  test('of each class: seats, who waits, and what to offer', () => {
    expect(numbers.sections[0]).toMatchObject({
      seated: 2,
      waiting: 1,
      turnedAway: 1,
      suggestedCapacity: 5,
      filledAfterMs: 2,
    });
  });

  test('everybody who wants a seat counts: who has one, who waits, who was turned away', () => {
    const wanted = [section({ _id: 'tea', capacity: 4, line: line(1, 2, 3, 4, 5) })];
    const away = [tally({ turnedAway: { tea: ids(6) } })];

    expect(shown({ opensAt: OPEN }, wanted, away).sections[0]).toMatchObject({ suggestedCapacity: 8 });
  });

  test('courses by how many people have no seat; one that was called off and that nobody came for is none', () => {
    expect(numbers.groups.courses.map(({ course, wanted, seated }) => [course, wanted - seated])).toEqual([
      ['茶艺', 2],
      ['舞蹈', 2],
      ['书法', 1],
      ['合唱', 0],
      ['手机', 0],
    ]);
    expect(numbers.groups.cells.map(({ course }) => course)).toEqual(['茶艺', '舞蹈', '书法', '合唱', '手机']);
  });

  test('hours in the order of the week, and last what has none', () => {
    const order = ['周一 上午', '周一 下午', '周三 晚上', '时间未定'];
    expect(numbers.groups.hours.map(({ when }) => when)).toEqual(order);
    const backwards = shown({ opensAt: OPEN }, [...sections].reverse(), tallies);
    expect(backwards.groups.hours.map(({ when }) => when)).toEqual(order);
  });
});
