import { DAY, HOUR, MINUTE } from '../../../domain/base/clock';
import { lessonSums } from '../../../domain/attendance/attendance';
import { stateOf } from '../../../domain/certificate/certificate';
import { kindWords } from '../../../domain/batch/kind-words';
import { draftOf } from '../../../domain/batch/unpublish';
import { draftProblems, mayPublish } from '../../../domain/draft/draft-problems';
import { published, type ShowableDraft } from '../../../domain/draft/publish';
import { cellsOf } from '../../../domain/draft/section-cells';
import { readForm } from '../../../domain/draft/section-form';
import { takeLeave } from '../../../domain/lesson/lend';
import { wordsOf } from '../../../domain/line/place-words';
import type { DraftSection, Section } from '../../../domain/model';
import type { Roll } from '../../../domain/roll/roll';
import { countHeads } from '../../../domain/roll/head-count';
import { refuseWalkIn, walkIn } from '../../../domain/roll/walk-in';
import { nameUnnamed } from '../../../domain/sheet/unnamed';
import { understand } from '../../../domain/sheet/understand';
import type { Cell } from '../../../domain/sheet/grid';
import { decide, now as changedAt } from '../change/change-views';
import { draft, draftSection, NOW, weekly } from '../draft/drafts';
import { section, T } from '../line/sections';
import { lesson, mark, roll, tea } from '../roll/rolls';

const lecture = (change: Partial<DraftSection> = {}): DraftSection =>
  draftSection('0001', { kind: 'lecture', name: '', capacity: 600, lessons: weekly('2027-03-10', 1), ...change });
const made = (change: Partial<DraftSection> = {}, terms: object = {}): Section =>
  published(draft({ sections: [lecture(change)], ...terms }) as ShowableDraft, NOW).sections[0]!;
const startsAt = weekly('2027-03-10', 1)[0]!.startsAt;

describe('in a sheet', () => {
  const GOOD: Record<string, Cell> = {
    课程: '职工心理健康',
    类型: '讲座',
    上课时间: '3月10日 19:00-20:30',
    地点: '工人文化宫报告厅',
    名额: 600,
  };
  const rowOf = (change: Record<string, Cell>) => {
    const cells = { ...GOOD, ...change };
    const rows = [Object.keys(cells), Object.values(cells)];
    const read = understand({ fileName: 'x', sheets: [{ name: '表', rows, merges: [] }] }, { now: NOW, holidays: [] });
    const [row] = read.rows;
    const say = (issues: { text: string }[]) => issues.map(({ text }) => text);
    return { draft: row?.draft, errors: say(row?.errors ?? []), warnings: say(row?.warnings ?? []) };
  };

  test.each(['讲座', '沙龙', '专题讲座', '读书分享会', '事迹报告会'])(
    '%s is a lecture without a name of its own',
    word => {
      expect(rowOf({ 类型: word }).draft).toMatchObject({ kind: 'lecture', name: '', capacity: 600 });
    },
  );

  test.each([null, '课', '班', '课程', '培训', '/', '无'])('%s is a class', word => {
    const { draft: read, warnings } = rowOf({ 类型: word, 讲师: '陈静' });
    expect(read).not.toHaveProperty('kind');
    expect(read).toMatchObject({ name: '一班' });
    expect(warnings).toEqual([]);
  });

  test('another word is a class, and that is said', () => {
    const { draft: read, warnings } = rowOf({ 类型: '文艺类', 讲师: '陈静' });
    expect(read).not.toHaveProperty('kind');
    expect(warnings).toEqual(['第 2 行「类型」写的是“文艺类”，按一般的课读；是讲座请写“讲座”']);
  });

  test('two lessons are a problem that names the row; a day and an hour are one lesson', () => {
    expect(rowOf({ 上课时间: '3月10日、3月17日 19:00-20:30' }).errors).toEqual([
      '第 2 行「上课时间」写的是“3月10日、3月17日 19:00-20…”，讲座只有一次，这里读出 2 次，请一次写一行',
    ]);
    expect(rowOf({ 上课时间: '每周三 19:00-20:30', 开课日期: '3月10日', 课次: 2 }).errors).toEqual([
      expect.stringContaining('讲座只有一次'),
    ]);
    expect(rowOf({ 上课时间: '每周三 19:00-20:30', 开课日期: '3月10日' }).draft?.lessons).toEqual(
      weekly('2027-03-10', 1),
    );
  });

  test.each<[Cell, string[]]>([
    [2_000, []],
    [2_001, ['第 2 行「名额」写的是“2001”，最多 2000，请核对']],
  ])('%s seats', (capacity, errors) => {
    expect(rowOf({ 名额: capacity }).errors).toEqual(errors);
  });

  test.each<[string, Record<string, Cell>, object | string]>([
    ['yes: no waiting list', { 不报名也能来: '是' }, { walkInFrom: 0, waitlistLimit: 0 }],
    ['yes, in other words', { 开放入场: '是' }, { walkInFrom: 0, waitlistLimit: 0 }],
    ['yes and a waiting list of none', { 不报名也能来: '可以', 候补名额: 0 }, { walkInFrom: 0, waitlistLimit: 0 }],
    [
      'yes and a waiting list',
      { 不报名也能来: '是', 候补名额: 1 },
      '第 2 行「候补名额」写的是“1”，不报名也能来的讲座不设候补，请填 0',
    ],
    ['no: half of the seats may wait', { 不报名也能来: '否' }, { waitlistLimit: 300 }],
    ['neither', { 不报名也能来: '也许' }, '第 2 行「不报名也能来」写的是“也许”，请填“是”或“否”'],
    [
      'yes for a class',
      { 不报名也能来: '是', 类型: '课' },
      '第 2 行「不报名也能来」写的是“是”，只有讲座可以，请把类型写成“讲座”，或者去掉这一格',
    ],
  ])('without sign-up: %s', (_, cells, expected) => {
    const { draft: read, errors } = rowOf(cells);
    if (typeof expected === 'string') expect(errors).toEqual([expected]);
    else expect(read).toMatchObject(expected);
    expect('walkInFrom' in (read ?? {})).toBe(typeof expected === 'object' && 'walkInFrom' in expected);
  });

  test('several of one title are 第一场, 第二场, and are not taken for the lessons of one class', () => {
    const rows: Cell[][] = [
      Object.keys(GOOD),
      Object.values(GOOD),
      Object.values({ ...GOOD, 上课时间: '3月17日 19:00-20:30' }),
    ];
    const read = understand({ fileName: 'x', sheets: [{ name: '表', rows, merges: [] }] }, { now: NOW, holidays: [] });

    expect(read.rows.map(row => [row.draft?.name, row.errors])).toEqual([
      ['第一场', []],
      ['第二场', []],
    ]);
    const mixed = [
      { course: '茶', name: '', kind: 'lecture' as const },
      { course: '茶', name: '' },
    ];
    nameUnnamed(mixed);
    expect(mixed.map(({ name }) => name)).toEqual(['第一场', '二班']);
  });
});

test('the form shows what it reads', () => {
  const before = lecture({ walkInFrom: 0, waitlistLimit: 0 });
  const cells = cellsOf(before);

  expect(cells).toMatchObject({ kind: '讲座', walkIn: '是', name: '', count: '1' });
  const options = { now: NOW, holidays: [] };
  expect(readForm({ capacity: '700' }, before, options)).toMatchObject({
    section: { kind: 'lecture', walkInFrom: 0, name: '', capacity: 700, lessons: before.lessons },
  });
  expect(readForm({ kind: '' }, before, options)).toMatchObject({ errors: [{ field: 'walkIn' }] });
  const asClass = readForm({ kind: '', walkIn: '' }, before, options);
  expect(asClass).toMatchObject({ section: { name: '一班' } });
  expect('section' in asClass && asClass.section).not.toHaveProperty('kind');
});

describe('before it is published', () => {
  const told = (change: Partial<DraftSection>) => {
    const problems = draftProblems(draft({ sections: [lecture(change)] }), NOW);
    return { texts: problems.map(({ text }) => text), may: mayPublish(problems) };
  };

  test('one lesson, a waiting list or an open door: nothing to say', () => {
    expect(told({})).toEqual({ texts: [], may: true });
    expect(told({ walkInFrom: 0, waitlistLimit: 0 })).toEqual({ texts: [], may: true });
  });

  test('two lessons; an open door and a waiting list', () => {
    expect(told({ lessons: weekly('2027-03-10', 2) })).toEqual({
      texts: ['讲座只有一次，现在有 2 次，请一次写一行'],
      may: false,
    });
    expect(told({ walkInFrom: 0, waitlistLimit: 1 })).toEqual({
      texts: ['不报名也能来的讲座不设候补，请把候补名额改成 0'],
      may: false,
    });
  });
});

describe('published', () => {
  test('a seat can be given back as long as leave can be asked for, and the line moves until the beginning', () => {
    expect(made()).toMatchObject({ kind: 'lecture', dropUntil: startsAt - 2 * HOUR, freezeAt: startsAt });
    expect(made({}, { dropHours: 1, freezeHours: 0 })).toMatchObject({
      dropUntil: startsAt - HOUR,
      freezeAt: startsAt,
    });
    expect(made({ kind: undefined as never })).toMatchObject({ dropUntil: startsAt - 24 * HOUR });
  });

  test('what it is goes with it, back into a draft', () => {
    const { batch, sections } = published(draft({ sections: [lecture({ walkInFrom: 0 })] }) as ShowableDraft, NOW);
    expect(draftOf(batch, sections).sections[0]).toMatchObject({ kind: 'lecture', walkInFrom: 0 });
  });

  test('it gives no certificate, whatever the batch does', () => {
    const batch = { certificate: { percent: 70, hourMinutes: 45 } };
    const progress = { held: 1, closed: 1, came: 1, needed: 1, hours: 2 };
    expect(stateOf(batch, made(), progress)).toBe('off');
    expect(stateOf(batch, { ...made(), kind: undefined as never }, progress)).toBe('reached');
  });

  test('nobody asks for leave', () => {
    const asks = (of: Section) => takeLeave(of, roll(), lesson, 'a', '', lesson.startsAt - DAY);
    expect(asks({ ...tea, kind: 'lecture' })).toEqual({ refused: 'NO_LEAVE' });
    expect(asks(tea)).toMatchObject({ to: 'd' });
  });

  test('a lesson is added only after the one was called off', () => {
    const held = { startsAt: changedAt + 5 * DAY, endsAt: changedAt + 5 * DAY + HOUR };
    const add = { kind: 'addLesson', startsAt: changedAt + 9 * DAY, endsAt: changedAt + 9 * DAY + HOUR } as const;
    const of = (cancelled: boolean) =>
      section({ kind: 'lecture', lessons: [{ ...held, ...(cancelled ? { cancelled: true as const } : {}) }] });

    expect(decide(add, { section: of(false) })).toEqual({
      refused: 'LESSON_TIME_WRONG',
      details: { text: '讲座只有一次，先取消原来那一次才能加' },
    });
    expect(decide(add, { section: of(true) })).toMatchObject({
      section: { lessons: [{}, { startsAt: add.startsAt }] },
    });
  });

  test('where the door is open, no waiting list can be added', () => {
    const open = section({ kind: 'lecture', walkInFrom: 0, waitlistLimit: 0 });
    expect(decide({ kind: 'waitlist', waitlistLimit: 1 }, { section: open })).toEqual({ refused: 'NO_WAITLIST_HERE' });
    expect(
      decide({ kind: 'waitlist', waitlistLimit: 1 }, { section: { ...open, walkInFrom: undefined as never } }),
    ).toMatchObject({ section: { waitlistLimit: 1 } });
  });
});

describe('without sign-up', () => {
  /** Five seats; a, b and c have signed up. */
  const open: Section = {
    ...tea,
    kind: 'lecture',
    walkInFrom: 0,
    capacity: 5,
    waitlistLimit: 0,
    line: tea.line.slice(0, 3),
  };
  const comes = (memberId: string, before: Roll, after: number) =>
    walkIn({ section: open, roll: before, lesson, memberId, by: memberId, source: 'self', now: T + after });

  test('before the beginning, the seats for which nobody has signed up', () => {
    const one = comes('x', roll(), -30 * MINUTE) as Roll;
    const two = comes('y', one, -MINUTE) as Roll;

    expect(two.guests.map(({ memberId }) => memberId)).toEqual(['x', 'y']);
    expect(comes('z', two, -1)).toEqual({ refused: 'WALK_IN_TOO_EARLY', details: { from: T } });
    expect(comes('z', two, 0)).toMatchObject({ guests: [{}, {}, { memberId: 'z' }] });
  });

  test('from the beginning on, any seat that is empty, and not one more', () => {
    const here = roll({ marks: [mark('a', 'present'), mark('b', 'late')] });
    const full = ['x', 'y', 'z'].reduce((before, who) => comes(who, before, 0) as Roll, here);

    expect(full.markCount).toBe(5);
    expect(comes('w', full, 0)).toEqual({ refused: 'NO_FREE_SEAT' });
    expect(comes('x', full, 0)).toBeNull();
  });

  test('a lecture that asks for sign-up lets in as a class does', () => {
    const { walkInFrom: _, ...shut } = open;
    expect(refuseWalkIn(shut, roll(), lesson, 'x', T)?.refused).toBe('WALK_IN_TOO_EARLY');
    expect(refuseWalkIn(shut, roll(), lesson, 'x', T + 20 * MINUTE)).toBeNull();
  });
});

describe('a head count by hand', () => {
  const talk = { kind: 'lecture' } as const;
  const twelve = roll({ heads: 12 });

  test('replaces the number that was seen, and nothing else', () => {
    expect(countHeads(talk, roll(), { count: 12, seen: 0 })).toEqual(twelve);
    expect(countHeads(talk, twelve, { count: 0, seen: 12 })).toEqual(roll({ heads: 0 }));
  });

  test('the same number is no change, whatever was seen', () => {
    expect(countHeads(talk, twelve, { count: 12, seen: 8 })).toBeNull();
    expect(countHeads(talk, { ...twelve, closedAt: 1 }, { count: 12, seen: 12 })).toBeNull();
  });

  test.each([
    ['somebody else has counted meanwhile', talk, twelve, 'HEADS_CHANGED'],
    ['the lesson is closed', talk, roll({ heads: 8, closedAt: 1 }), 'ROLL_CLOSED'],
    ['a class', {}, roll({ heads: 8 }), 'HEADS_ONLY_AT_LECTURES'],
  ])('not where %s', (_, of, before, refused) => {
    expect(countHeads(of, before, { count: 20, seen: 8 })).toEqual({ refused });
  });

  test('is in no rate and beside every sum', () => {
    const sums = lessonSums(tea, roll({ heads: 12, marks: [mark('a', 'present')] }), lesson);
    expect(sums).toMatchObject({ heads: 12, expected: 3, present: 1, guests: 0 });
    expect(lessonSums(tea, roll({ heads: 0 }), lesson)).not.toHaveProperty('heads');
  });
});

test('it is called a lecture wherever its place is named', () => {
  const place = { state: 'SEATED' } as const;
  const talk = { kind: 'lecture' } as const;

  expect(wordsOf(place, talk)).toMatchObject({ out: '退座位', sure: '确定退座位', over: '讲完了' });
  expect(wordsOf(place, {})).toEqual(wordsOf(place));
  expect(wordsOf({ state: 'WAITING' }, talk)).toMatchObject({ out: '退出候补', ended: '讲座已经讲完，候补没有轮到您' });
  expect([kindWords(talk).lesson(0), kindWords({}).lesson(0)]).toEqual(['这一场', '第 1 次课']);
});
