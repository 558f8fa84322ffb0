import type { LineEntry, Section } from '../../../domain/model';
import { lessonSums } from '../../../domain/attendance/attendance';
import { closed } from '../../../domain/attendance/no-show';
import { onRoll } from '../../../domain/roll/on-roll';
import { seatLeft, seatsChanged, seatsEnded, seatsThen, withChanges } from '../../../domain/line/seats-then';
import { lesson, mark, roll, tea } from '../roll/rolls';
import { T } from './sections';

const MINUTE = 60_000;
const WEEK = 7 * 86_400_000;
const next = { startsAt: T + WEEK, endsAt: T + WEEK + 90 * MINUTE };
/** Two lessons, three seats (a, b, c), two who wait (d, e). */
const course: Section = { ...tea, lessons: [lesson, next] };

/** As the functions write them. */
const without = (section: Section, memberId: string, now: number): Section => {
  const entry = section.line.find(one => one.memberId === memberId)!;
  const noted = withChanges(section, [seatLeft(section, entry, now)]);
  return { ...section, ...noted, line: section.line.filter(one => one !== entry) };
};
const joined = (section: Section, memberId: string, at: number): Section => ({
  ...section,
  line: [...section.line, { memberId, at }],
});
const resized = (section: Section, capacity: number, now: number): Section => ({
  ...section,
  ...withChanges(section, [seatsChanged(section, now)]),
  capacity,
});
const called = (section: Section, now: number): Section => ({
  ...section,
  ...withChanges(section, seatsEnded(section, now)),
  cancelledAt: now,
  capacity: 0,
  line: [],
});
const first = (section: Section) => seatsThen(section, T);

describe('who had a seat when the lesson began', () => {
  const after = T + WEEK / 2;
  test.each<[string, Section, string[]]>([
    ['as the line stands', course, ['a', 'b', 'c']],
    ['somebody has left since, and d moved up', without(course, 'b', after), ['a', 'b', 'c']],
    ['two have, and e moved up too', without(without(course, 'c', after), 'a', after + 1), ['a', 'b', 'c']],
    ['d moved up and left as well', without(without(course, 'a', after), 'd', after + 1), ['a', 'b', 'c']],
    ['in the very millisecond', without(course, 'a', T), ['a', 'b', 'c']],
    ['a millisecond before it', without(course, 'a', T - 1), ['b', 'c', 'd']],
    ['seats were added since', resized(course, 5, after), ['a', 'b', 'c']],
    ['added, and taken away again', resized(resized(course, 9, after), 5, after + 1), ['a', 'b', 'c']],
    ['one left, then a seat was taken away', resized(without(course, 'a', after), 2, after + 1), ['a', 'b', 'c']],
    ['the class was called off', called(course, after), ['a', 'b', 'c']],
    ['one left, then it was called off', called(without(course, 'b', after), after + 1), ['a', 'b', 'c']],
    ['somebody came', joined({ ...course, line: course.line.slice(0, 2) }, 'x', after), ['a', 'b']],
    ['in the very millisecond, too', joined({ ...course, line: course.line.slice(0, 2) }, 'x', T), ['a', 'b']],
    ['a millisecond before it', joined({ ...course, line: course.line.slice(0, 2) }, 'x', T - 1), ['a', 'b', 'x']],
    ['and left and came', joined(without(course, 'a', after), 'a', after + 1), ['a', 'b', 'c']],
  ])('%s', (_, section, seats) => {
    expect(first(section)).toEqual(seats);
  });

  test('a lesson to come is for who has a seat now', () => {
    const section = joined(without({ ...course, line: course.line.slice(0, 3) }, 'b', after), 'x', after + 1);

    expect(seatsThen(section, next.startsAt)).toEqual(['a', 'c', 'x']);
  });

  test('each lesson has its own', () => {
    const second = without(without(course, 'a', after), 'b', next.endsAt);

    expect(first(second)).toEqual(['a', 'b', 'c']);
    expect(seatsThen(second, next.startsAt)).toEqual(['b', 'c', 'd']);
    expect(second.line.map(entry => entry.memberId)).toEqual(['c', 'd', 'e']);
  });

  test('at random: as it was, whatever happened since', () => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let run = 0; run < 300; run += 1) {
      let section: Section = course;
      let now = T - WEEK / 2;
      const begun: { at: number; seats: string[] }[] = [];
      for (let step = 0; step < 40; step += 1) {
        now += 1 + random(WEEK / 20);
        for (const { startsAt } of section.lessons)
          if (startsAt <= now && !begun.some(({ at }) => at === startsAt)) {
            now = startsAt;
            begun.push({ at: startsAt, seats: section.line.slice(0, section.capacity).map(one => one.memberId) });
            now += 1;
          }
        const who = section.line[random(Math.max(1, section.line.length))]?.memberId;
        const what = random(4);
        if (what < 2 && who) section = without(section, who, now);
        if (what === 2) section = joined(section, `x${random(1_000)}`, now);
        const seated = Math.min(section.line.length, section.capacity);
        if (what === 3) section = resized(section, seated + random(3), now);
      }
      for (const { at, seats } of begun) expect([run, ...seatsThen(section, at)]).toEqual([run, ...seats]);
    }
  });
});

describe('what is noted', () => {
  const entry = (memberId: string) => course.line.find(one => one.memberId === memberId) as LineEntry;

  test('nothing before the first lesson, of a wait, of who came after the last one, of a lesson that was called off', () => {
    const newcomer = { memberId: 'x', at: T + 1 };
    const off: Section = { ...course, lessons: [{ ...lesson, cancelled: true }, next] };

    expect(seatLeft(course, entry('a'), T - 1)).toBeUndefined();
    expect(seatLeft(course, entry('d'), T + 1)).toBeUndefined();
    expect(seatLeft({ ...course, line: [newcomer] }, newcomer, T + 2)).toBeUndefined();
    expect(seatLeft(off, entry('a'), T + 1)).toBeUndefined();
    expect([seatsChanged(course, T - 1), seatsChanged(off, T + 1)]).toEqual([undefined, undefined]);
    expect(seatsEnded(course, T - 1)).toEqual([]);
  });

  test('who comes and goes again and again is noted once a lesson', () => {
    let section = { ...course, line: course.line.slice(0, 1) };
    for (let times = 1; times < 50; times += 1)
      section = joined(without(section, 'a', T + 2 * times), 'a', T + 2 * times + 1);

    expect(section.seatChanges).toHaveLength(1);
  });

  test('seats that are added and taken away are noted once a lesson', () => {
    let section = course;
    for (let times = 1; times < 50; times += 1) section = resized(section, 3 + (times % 5), T + times);
    expect(section.seatChanges).toHaveLength(1);

    expect(resized(section, 9, next.startsAt).seatChanges).toHaveLength(2);
  });
});

describe('on the roll', () => {
  const after = lesson.endsAt + 1;
  const two = { ...course, line: course.line.slice(0, 2) };
  const never = () => undefined;
  const expectedOf = (section: Section, of = roll()) => lessonSums(section, of, lesson).expected;

  test('who came when the lesson was over is no part of it', () => {
    const section = joined(two, 'x', after);

    expect(onRoll(section, roll()).map(one => one.memberId)).toEqual(['a', 'b']);
    expect(expectedOf(section)).toBe(2);
    expect(closed(section, roll({ marks: [mark('a', 'present')] }), lesson, never, after)).toMatchObject({
      expected: ['a', 'b'],
      noShows: ['b'],
    });
  });

  test('who came while it lasted may be marked; unmarked they are neither expected nor missed', () => {
    const section = joined(two, 'x', T + MINUTE);
    const marks = [mark('a', 'present')];

    expect(onRoll(section, roll()).map(one => [one.memberId, one.due])).toEqual([
      ['a', true],
      ['b', true],
      ['x', false],
    ]);
    expect(expectedOf(section)).toBe(2);
    expect(closed(section, roll({ marks }), lesson, never, after)).toMatchObject({
      expected: ['a', 'b'],
      noShows: ['b'],
    });
    expect(closed(section, roll({ marks: [...marks, mark('x', 'absent')] }), lesson, never, after)).toMatchObject({
      expected: ['a', 'b', 'x'],
      noShows: ['b'],
    });
  });

  test('who is marked counts, whenever they got their seat', () => {
    const section = joined(two, 'x', after);
    const marks = [mark('x', 'present')];

    expect(expectedOf(section, roll({ marks }))).toBe(3);
    expect(closed(section, roll({ marks }), lesson, never, after).expected).toEqual(['a', 'b', 'x']);
  });

  test('who moved up when the lesson was over stays the guest they were', () => {
    const guests = [{ memberId: 'd', at: 1, as: 'walk-in' as const, seatOf: null }];
    const section = without(course, 'b', after);

    expect(onRoll(section, roll({ guests, marks: [mark('d', 'present')] })).map(one => [one.memberId, one.as])).toEqual(
      [
        ['a', 'seat'],
        ['b', 'seat'],
        ['c', 'seat'],
        ['d', 'walk-in'],
      ],
    );
  });
});

describe('giving a seat up', () => {
  const entry = (memberId: string, at: number) => ({ memberId, at });

  test('in the lesson at whose beginning one came is noted nowhere: nobody was expected', () => {
    const late = joined({ ...course, line: course.line.slice(0, 2) }, 'n', T);

    expect(seatLeft(late, entry('n', T), T + 1)).toBeUndefined();
    expect(seatLeft(joined({ ...late, line: [] }, 'n', T - 1), entry('n', T - 1), T + 1)).toBeDefined();
  });

  test('is about the very entry: neither that of another who joined at the same time, nor an earlier one', () => {
    const twins = { ...course, line: ['a', 'b'].map(memberId => entry(memberId, 5)) };

    expect(seatLeft(twins, entry('b', 5), T + 1)?.left).toEqual({ memberId: 'b', at: 5, index: 1 });
    expect(seatLeft(twins, entry('b', 4), T + 1)).toBeUndefined();
  });
});

test('a number of seats that was noted as the lesson began is not noted again', () => {
  const noted = (at: number) => seatsChanged({ ...course, seatChanges: [{ at, capacity: 9 }] }, T + 1);

  expect(noted(T)).toBeUndefined();
  expect(noted(T - 1)).toEqual({ at: T + 1, capacity: 3 });
});
