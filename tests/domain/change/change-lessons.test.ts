import type { Effect, Neighbour } from '../../../domain/change/change-effect';
import { lessonWords } from '../../../domain/change/change-lessons';
import { decideSectionChange } from '../../../domain/change/decide-change';
import type { Lesson, Section } from '../../../domain/model';
import { batch, decide, effectOf, full, HOUR, now, view } from './change-views';
import { section } from '../line/sections';

const lesson = (hours: number): Lesson => ({ startsAt: now + hours * HOUR, endsAt: now + (hours + 1) * HOUR });
const lessons = [lesson(100), lesson(200), lesson(300)];
const tea = full({ lessons, dropUntil: now + 90 * HOUR, freezeAt: now + 95 * HOUR });
const other = (id: string, hours: number, change: Partial<Section> = {}, ...line: string[]): Neighbour =>
  section({ _id: id, name: id, instructor: '周敏', place: '301', lessons: [lesson(hours)], ...change }, ...line);
const move = (lessonIndex: number, hours: number) => ({ kind: 'moveLesson' as const, lessonIndex, ...lesson(hours) });

test('a lesson moves, keeps its index, and everybody in the line is told', () => {
  const effect = effectOf(move(0, 250), { section: tea });

  expect(effect.section).toMatchObject({
    lessons: [{ ...lesson(250), movedAt: now }, lesson(200), lesson(300)],
    movedAt: now,
  });
  expect(effect.batch).toEqual({ firstLessonAt: lesson(200).startsAt, lastLessonAt: lesson(300).startsAt });
  expect(effect.tell).toMatchObject([
    {
      kind: 'LESSON_MOVED',
      push: 'changed',
      lessonAt: lesson(100).startsAt,
      to: ['a', 'b', 'c'].map(memberId => ({ memberId })),
    },
  ]);
  expect(effect.summary).toMatch(/^第 1 次课由 .* 改到 /);
  expect(effect.warnings).toEqual([]);
});

test('clashes begin and end on both sides; who stands in both lines is counted once and named', () => {
  const here = { ...tea, clashIds: ['was'] };
  const neighbours = [
    other('was', 100),
    other('now', 250, {}, 'x', 'c', 'a'),
    other('too', 250, {}, 'a'),
    other('off', 250, { cancelledAt: now }, 'a'),
    other('far', 400, {}, 'a'),
  ];
  const effect = effectOf(move(0, 250), { section: here, neighbours });

  expect(effect.section).toMatchObject({ clashIds: ['now', 'too'] });
  expect(effect.clashes).toEqual({ begin: ['now', 'too'], end: ['was'] });
  expect(effect.warnings).toEqual(['2 人会和自己的另一个班撞时间']);
  expect(effect.affected).toEqual([
    { memberId: 'a', text: '会和茶艺now撞时间' },
    { memberId: 'c', text: '会和茶艺now撞时间' },
    { memberId: 'a', text: '会和茶艺too撞时间' },
  ]);
  expect(effect.tell.map(({ to, text }) => [to.map(one => one.memberId).join(), text])).toEqual([
    ['a', expect.stringContaining('和您报的茶艺now、茶艺too撞时间了')],
    ['b', expect.not.stringContaining('撞时间')],
    ['c', expect.stringContaining('和您报的茶艺now撞时间了')],
  ]);
});

test('who clashes with many different classes is told so without a list, for an act tells three things at most', () => {
  const neighbours = [other('x', 250, {}, 'a'), other('y', 250, {}, 'b'), other('z', 250, {}, 'c')];
  const { tell } = effectOf(move(0, 250), { section: tea, neighbours });

  expect(tell.map(({ to, text }) => [to.length, text])).toEqual([
    [3, expect.stringContaining('和您报的另一个班撞时间了')],
  ]);
});

test('a class that clashed before by another lesson is told of when this one falls on it, too', () => {
  const here = { ...tea, clashIds: ['x'] };
  const neighbours = [other('x', 200, { lessons: [lesson(200), lesson(250)] }, 'a')];
  const effect = effectOf(move(0, 250), { section: here, neighbours });

  expect(effect.clashes).toEqual({ begin: [], end: [] });
  expect(effect.tell[0]).toMatchObject({ to: [{ memberId: 'a' }], text: expect.stringContaining('撞时间') });
});

test('staff are warned of a room and an instructor that are taken, and of short notice', () => {
  const neighbours = [other('x', 2, { place: tea.place }), other('y', 2, { instructor: tea.instructor })];
  expect(effectOf(move(0, 2), { section: tea, neighbours }).warnings).toEqual([
    '李文秀在同一时间要上茶艺y',
    '205在同一时间有茶艺x',
    expect.stringContaining('不到 24 小时'),
  ]);
});

test('moved shortly before, people are told that they need not come', () => {
  const told = (hours: number) => effectOf(move(0, hours), { section: tea }).tell[0]!.text;

  expect(told(24)).toContain('没来也不记缺课');
  expect(told(25)).not.toContain('缺课');
});

test.each([
  ['the first lesson a week later: both deadlines go along', move(0, 190), 180, 185],
  ['the first lesson earlier: nobody loses time to give a seat back', move(0, 92), 90, 90],
  ['earlier than the old deadline: up to the lesson', move(0, 50), 50, 50],
  ['another lesson: they stay', move(1, 250), undefined, undefined],
  ['the first is cancelled: the second is the first', { kind: 'cancelLesson' as const, lessonIndex: 0 }, 190, 195],
])('deadlines, %s', (_, change, drop, freeze) => {
  const written = effectOf(change, { section: tea }).section!;
  expect(written.dropUntil).toBe(drop === undefined ? undefined : now + drop * HOUR);
  expect(written.freezeAt).toBe(freeze === undefined ? undefined : now + freeze * HOUR);
});

test.each([
  ['an end before the beginning', { startsAt: now + 5 * HOUR, endsAt: now + 5 * HOUR }, '晚于开始时间'],
  ['more than half a day', { startsAt: now + HOUR, endsAt: now + 13 * HOUR + 1 }, '12 小时'],
  ['the past', { startsAt: now, endsAt: now + HOUR }, '以后的时间'],
  ['the time of another lesson of this class', lesson(199.5), '第 2 次课重叠'],
])('moving to %s is refused in words', (_, time, text) => {
  expect(decide({ kind: 'moveLesson', lessonIndex: 0, ...time }, { section: tea })).toMatchObject({
    refused: 'LESSON_TIME_WRONG',
    details: { text: expect.stringContaining(text) },
  });
});

test('who has checked in today is not present on another day: it can only be moved within the day', () => {
  const called = { section: tea, isCalled: true };
  const text = '已经有人签到，只能改到当天；要换日子，请取消这一次，再加一次';

  expect(decide(move(0, 124), called)).toMatchObject({ refused: 'LESSON_TIME_WRONG', details: { text } });
  expect(decide(move(0, 100.5), called)).not.toHaveProperty('refused');
  expect(decide({ kind: 'cancelLesson', lessonIndex: 0 }, called)).not.toHaveProperty('refused');
});

test.each([
  ['half an hour later, over its old time', 0, lesson(100.5)],
  ['the time of a lesson that was cancelled', 0, lesson(300)],
  ['exactly half a day', 0, { startsAt: now + 20 * HOUR, endsAt: now + 32 * HOUR }],
  ['the same beginning and another end', 0, { ...lesson(100), endsAt: now + 102 * HOUR }],
  ['another beginning and the same end', 0, { ...lesson(100), startsAt: now + 99 * HOUR }],
])('moving to %s is fine', (_, lessonIndex, time) => {
  const section = { ...tea, lessons: [lesson(100), lesson(200), { ...lesson(300), cancelled: true as const }] };
  expect(effectOf({ kind: 'moveLesson', lessonIndex, ...time }, { section }).section).toMatchObject({
    lessons: expect.arrayContaining([{ ...time, movedAt: now }]),
  });
});

test('a lesson that stays where it is does not change; onto the first lesson none may move', () => {
  expect(decide(move(0, 100), { section: tea })).toEqual({ refused: 'NOTHING_CHANGES' });
  expect(decide(move(1, 100), { section: tea })).toMatchObject({ details: { text: '和这个班的第 1 次课重叠' } });
});

test.each([
  ['has begun', -0.5, 250],
  ['begins now', 0, 0],
  ['is to come', 1, 1],
])('people are told in time for the lesson they know of or the new one: it %s', (_, hours, told) => {
  const section = full({ lessons: [lesson(hours)] });
  expect(effectOf(move(0, 250), { section }).tell[0]!.lessonAt).toBe(lesson(told).startsAt);
});

test('short notice is less than 24 hours', () => {
  const warnings = (hours: number) => effectOf(move(0, hours), { section: tea }).warnings;
  expect(warnings(24)).toEqual([]);
  expect(warnings(24 - 1 / 60)).toEqual([expect.stringContaining('不到 24 小时')]);
});

test('a class without a freeze gets none', () => {
  expect(effectOf(move(0, 190), { section: full({ lessons }) }).section).not.toHaveProperty('freezeAt');
});

test('the span of the batch leaves out other batches and classes that were called off', () => {
  const neighbours = [
    other('here', 150),
    other('before', 10, { batchId: 'spring' }),
    other('off', 500, { cancelledAt: now }),
  ];
  expect(effectOf(move(0, 250), { section: tea, neighbours }).batch).toEqual({
    firstLessonAt: lesson(150).startsAt,
    lastLessonAt: lesson(300).startsAt,
  });
});

test.each(['moveLesson', 'cancelLesson'] as const)('%s: there, not over, not cancelled', kind => {
  const of = (lessonIndex: number, list: Lesson[]) =>
    decide({ kind, lessonIndex, ...lesson(400) }, { section: full({ lessons: list }) });
  expect(of(3, lessons)).toMatchObject({ refused: 'LESSON_NOT_FOUND' });
  expect(of(0, [{ startsAt: now - HOUR, endsAt: now }])).toMatchObject({ refused: 'LESSON_OVER' });
  expect(of(0, [{ ...lesson(5), cancelled: true }])).toMatchObject({ refused: 'LESSON_OVER' });
  expect(of(0, [{ startsAt: now - HOUR, endsAt: now + 1 }])).not.toHaveProperty('refused');
});

test('a lesson is cancelled: it keeps its place, its clash ends, everybody is told', () => {
  const here = { ...tea, clashIds: ['x'] };
  const effect = effectOf({ kind: 'cancelLesson', lessonIndex: 1 }, { section: here, neighbours: [other('x', 200)] });

  expect(effect.section).toMatchObject({ lessons: [lesson(100), { ...lesson(200), cancelled: true }, lesson(300)] });
  expect(effect.clashes).toEqual({ begin: [], end: ['x'] });
  expect(effect.tell).toMatchObject([{ kind: 'LESSON_CANCELLED', lessonAt: lesson(200).startsAt }]);
  expect(effect).toMatchObject({ affected: [], warnings: [] });
});

test('a lesson is cancelled in words, with the reason where there is one', () => {
  const cancel = { kind: 'cancelLesson' as const, lessonIndex: 1 };
  const words = `第 2 次课（${lessonWords(lesson(200))}）`;
  const why = decideSectionChange(view({ section: tea }), { ...cancel, sectionId: 's' }, '停电') as Effect;
  const plain = effectOf(cancel, { section: tea });

  expect(plain.summary).toBe(`取消${words}`);
  expect(plain.tell[0]!.text).toBe(`${words}取消`);
  expect(plain.section!.lessons![1]).not.toHaveProperty('reason');
  expect(why.tell[0]!.text).toBe(`${words}取消，原因：停电`);
  expect(why.section!.lessons![1]).toEqual({ ...lesson(200), cancelled: true, reason: '停电' });
});

test('the last lesson is cancelled: staff are warned, and the batch has no span any more', () => {
  const last = effectOf({ kind: 'cancelLesson', lessonIndex: 0 }, { section: { ...tea, lessons: [lesson(100)] } });
  expect(last.warnings).toEqual([expect.stringContaining('取消整个班')]);
  expect(last.batch).toEqual({});
});

test('a room and an instructor: told to everybody, warned where they are taken', () => {
  const neighbours = [other('x', 100, { place: '206' }), other('y', 200, { instructor: '陈岚' })];
  const place = effectOf({ kind: 'place', place: '206' }, { section: tea, neighbours });
  const instructor = effectOf({ kind: 'instructor', instructor: '陈岚' }, { section: tea, neighbours });

  expect(place).toMatchObject({ section: { place: '206' }, warnings: ['206在同一时间有茶艺x'] });
  expect(place.tell).toMatchObject([{ kind: 'PLACE_CHANGED', text: '上课地点由205改为206' }]);
  expect(instructor).toMatchObject({ section: { instructor: '陈岚' }, warnings: ['陈岚在同一时间要上茶艺y'] });
  expect(decide({ kind: 'place', place: '205' }, { section: tea })).toMatchObject({ refused: 'NOTHING_CHANGES' });
  expect(decide({ kind: 'instructor', instructor: '李文秀' }, { section: tea })).toMatchObject({
    refused: 'NOTHING_CHANGES',
  });
});

test('a class is called off: an empty line that takes nobody, everybody told, their holds free, the batch smaller', () => {
  const effect = effectOf(
    { kind: 'cancelSection' },
    { section: { ...tea, clashIds: ['x'] }, neighbours: [other('x', 400)] },
  );

  expect(effect.section).toEqual({
    cancelledAt: now,
    capacity: 0,
    waitlistLimit: 0,
    line: [],
    lineCount: 0,
    clashIds: [],
  });
  expect(effect.clashes).toEqual({ begin: [], end: ['x'] });
  expect(effect.batch).toEqual({
    capacity: batch().capacity - 2,
    sectionCount: 1,
    firstLessonAt: lesson(400).startsAt,
    lastLessonAt: lesson(400).startsAt,
  });
  expect(effect.freed).toEqual(tea.line);
  expect(effect.tell).toMatchObject([
    { kind: 'SECTION_CANCELLED', to: [{ memberId: 'a' }, { memberId: 'b' }, { memberId: 'c' }] },
  ]);
  expect(effect.affected[2]).toEqual({ memberId: 'c', text: '候补第 1 位 → 班级取消' });
});

describe('a lesson is added', () => {
  const add = (hours: number, about: Parameters<typeof decide>[1] = {}) =>
    decide({ kind: 'addLesson', ...lesson(hours) }, { section: tea, ...about });

  test('it gets the next index wherever it is in time, and everybody in the line is told', () => {
    const effect = effectOf({ kind: 'addLesson', ...lesson(150) }, { section: tea });

    expect(effect.section).toMatchObject({ lessons: [...lessons, { ...lesson(150), movedAt: now }] });
    expect(effect.tell).toMatchObject([{ kind: 'LESSON_ADDED', lessonAt: lesson(150).startsAt }]);
    expect(effect.summary).toContain('加一次课');
    expect(effect.warnings).toEqual([]);
  });

  test('before the first one it takes the deadlines with it, and nobody loses time', () => {
    const effect = effectOf({ kind: 'addLesson', ...lesson(95) }, { section: tea });

    expect(effect.section?.dropUntil).toBe(
      Math.max(tea.dropUntil - 5 * HOUR, Math.min(tea.dropUntil, lesson(95).startsAt)),
    );
    expect(effect.batch).toMatchObject({ firstLessonAt: lesson(95).startsAt });
  });

  test.each([
    ['a class', undefined, 200 - 24, 200 - 2],
    ['a lecture', 'lecture' as const, 200 - 2, 200],
  ])(
    '%s that was called off and is given once more: the deadlines are those of the new day',
    (_, kind, drop, freeze) => {
      const calledOff = { ...tea, ...(kind ? { kind } : {}), lessons: [{ ...lesson(100), cancelled: true as const }] };
      const effect = effectOf({ kind: 'addLesson', ...lesson(200) }, { section: calledOff });

      expect(effect.section).toMatchObject({ dropUntil: now + drop * HOUR, freezeAt: now + freeze * HOUR });
    },
  );

  test('given once more in a few hours, nobody loses time to give a seat back', () => {
    const calledOff = { ...tea, lessons: [{ ...lesson(100), cancelled: true as const }] };
    const effect = effectOf({ kind: 'addLesson', ...lesson(20) }, { section: calledOff });

    expect(effect.section).toMatchObject({ dropUntil: lesson(20).startsAt, freezeAt: lesson(20).startsAt });
  });

  test('clashes, a taken room and a short notice are said', () => {
    const neighbours = [other('choir', 20, { place: tea.place }, 'a')];
    const effect = effectOf({ kind: 'addLesson', ...lesson(20) }, { section: tea, neighbours });

    expect(effect.warnings).toEqual([
      '1 人会和自己的另一个班撞时间',
      expect.stringContaining('在同一时间有'),
      expect.stringContaining('不到 24 小时'),
    ]);
    expect(effect.affected.map(one => one.memberId)).toEqual(['a']);
    expect(effect.clashes).toEqual({ begin: ['choir'], end: [] });
    expect(effect.tell.some(one => one.text?.includes('没来也不记缺课'))).toBe(true);
  });

  test.each([
    ['over another lesson of the class', () => add(100.5), { text: '和这个班的第 1 次课重叠' }],
    ['in the past', () => add(-2), { text: '只能改到以后的时间' }],
  ])('refused: %s', (_, asked, details) => expect(asked()).toMatchObject({ refused: 'LESSON_TIME_WRONG', details }));

  test('refused: more lessons than an index can name, and a class that has lost its names', () => {
    const many = Array.from({ length: 400 }, (_, index) => lesson(1_000 + index * 2));

    expect(add(5_000, { section: { ...tea, lessons: many } })).toMatchObject({ refused: 'TOO_MANY_LESSONS' });
    expect(add(5_000, { section: { ...tea, lessons: many.slice(1) } })).not.toHaveProperty('refused');
    expect(add(500, { section: { ...tea, anonymousAt: now } })).toMatchObject({ refused: 'CHANGE_NOT_NOW' });
  });
});
