import { dayKey } from '../../../domain/base/clock';
import { cellsOf } from '../../../domain/draft/section-cells';
import { readForm } from '../../../domain/draft/section-form';
import { draftSection, NOW, weekly } from './drafts';

const options = { now: NOW, holidays: [] as string[] };
const GOOD = {
  course: '茶艺',
  name: '二班',
  instructor: '李文秀',
  organisation: '渝西茶艺培训学校',
  place: '205 茶艺室',
  schedule: '每周三 19:00-20:30',
  firstDay: '2027-03-10',
  count: '3',
  capacity: '16',
  waitlistLimit: '8',
};
const sectionOf = (...given: Parameters<typeof readForm>) => {
  const read = readForm(...given);
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  return read.section;
};
const { key: _key, ...before } = draftSection('0001');

test('a form is read as a row of a sheet is', () => {
  expect(sectionOf(GOOD, undefined, options)).toEqual({
    course: '茶艺',
    category: 'tea',
    name: '二班',
    instructor: '李文秀',
    organisation: '渝西茶艺培训学校',
    place: '205 茶艺室',
    schedule: '每周三 19:00-20:30',
    lessons: weekly('2027-03-10', 3),
    audienceText: '',
    note: '',
    capacity: 16,
    waitlistLimit: 8,
  });
});

test('fields may be called as the columns of a sheet are', () => {
  const { course, name, ...rest } = GOOD;
  expect(sectionOf({ 课程名称: course, 班次: name, ...rest }, undefined, options)).toEqual(
    sectionOf(GOOD, undefined, options),
  );
});

test('holidays are passed over', () => {
  const { lessons } = sectionOf(GOOD, undefined, { ...options, holidays: ['2027-03-17'] });
  expect(lessons.map(lesson => dayKey(lesson.startsAt))).toEqual(['2027-03-10', '2027-03-24', '2027-03-31']);
});

test('days without a lesson are passed over, for a new section and for one that is there', () => {
  const days = (section: { lessons: { startsAt: number }[] }) => section.lessons.map(lesson => dayKey(lesson.startsAt));
  const made = sectionOf({ ...GOOD, skipDays: '3月17日' }, undefined, options);
  expect(days(made)).toEqual(['2027-03-10', '2027-03-24', '2027-03-31']);

  const kept = sectionOf(GOOD, undefined, options);
  expect(days(sectionOf({ ...cellsOf(kept), skipDays: '3月17日' }, kept, options))).toEqual(days(made));
});

test('an emptied cell is emptied, one that is not said stays', () => {
  const kept = sectionOf({ ...GOOD, note: '自带茶具' }, undefined, options);

  expect(sectionOf({ ...cellsOf(kept), note: '' }, kept, options).note).toBe('');
  expect(sectionOf({ course: '茶艺' }, kept, options).note).toBe('自带茶具');
});

describe('topics, what to bring and the room', () => {
  const facts = { bring: '茶具', roomCapacity: '20', topics: '认识六大茶类\n\n3. 红茶冲泡' };
  const kept = sectionOf({ ...GOOD, ...facts }, undefined, options);
  const topics = ({ lessons }: Pick<typeof kept, 'lessons'>) => lessons.map(({ topic }) => topic);

  test('are read, shown again, and stay where they are not said', () => {
    expect(kept).toMatchObject({ bring: '茶具', roomCapacity: 20 });
    expect(topics(kept)).toEqual(['认识六大茶类', undefined, '红茶冲泡']);
    expect(cellsOf(kept)).toMatchObject({ ...facts, topics: '认识六大茶类\n\n红茶冲泡' });
    expect(sectionOf({ course: '茶道' }, kept, options)).toEqual({ ...kept, course: '茶道' });
  });

  test('go when they are emptied', () => {
    const emptied = sectionOf({ bring: '', roomCapacity: '', topics: '' }, kept, options);
    expect(emptied).not.toHaveProperty('bring');
    expect(emptied).not.toHaveProperty('roomCapacity');
    expect(emptied.lessons).toEqual(weekly('2027-03-10', 3));
  });

  test('are missing from a class that has no lessons yet', () => {
    const without = { ...kept, schedule: '', lessons: [] };
    expect(sectionOf({ course: '茶道' }, without, options)).toEqual({ ...without, course: '茶道' });
  });

  test('are laid on the lessons anew where the time changes, and on lessons that were chosen day by day', () => {
    const later = sectionOf({ firstDay: '2027-03-17' }, kept, options);
    expect(later.lessons[0]).toEqual({ ...weekly('2027-03-17', 1)[0], topic: '认识六大茶类' });
    const chosen = { ...kept, lessons: [weekly('2027-03-10', 1)[0]!, weekly('2027-03-19', 1)[0]!] };
    const named = sectionOf({ topics: '绿茶\n红茶' }, chosen, options);
    expect(named.lessons.map(({ startsAt }) => startsAt)).toEqual(chosen.lessons.map(({ startsAt }) => startsAt));
    expect(topics(named)).toEqual(['绿茶', '红茶']);
  });

  test.each([
    [{ topics: '一\n二\n三\n四' }, { field: 'topics', text: '有 4 行，只有 3 次课：一行写一次课的主题，请核对' }],
    [{ count: '2' }, { field: 'topics', text: expect.stringContaining('有 3 行，只有 2 次课') as string }],
    [{ capacity: '25' }, { field: 'capacity', text: '25 个名额太多，场地只能坐 20 人，名额最多 24' }],
    [{ roomCapacity: '很大' }, { field: 'roomCapacity', text: '写的是“很大”，请填一个数字，例如 40' }],
    [{ bring: '带'.repeat(101) }, { field: 'bring', text: expect.stringContaining('最多 100 个字') }],
  ])('%j is refused', (said, error) => {
    expect(readForm(said, kept, options)).toEqual({ errors: [error] });
  });

  test('a fifth more seats than the room holds may be saved', () => {
    expect(sectionOf({ capacity: '24' }, kept, options)).toMatchObject({ capacity: 24, roomCapacity: 20 });
  });
});

test('every field that is wrong is told, without a row’s number', () => {
  const read = readForm({ ...GOOD, capacity: '若干', schedule: '待定', place: '' }, undefined, options);

  expect(read).toEqual({
    errors: expect.arrayContaining([
      { field: 'capacity', text: expect.stringMatching(/^写的是“若干”/) },
      { field: 'place', text: expect.stringMatching(/^空着/) },
      { field: 'schedule', text: expect.not.stringContaining('行') },
    ]),
  });
});

test.each(['capacity', 'course', 'place', 'schedule'] as const)('an empty form names %s', field => {
  expect(readForm({}, undefined, options)).toMatchObject({
    errors: expect.arrayContaining([expect.objectContaining({ field })]),
  });
});

test('a capacity of -1 and a field that there is not', () => {
  expect(readForm({ ...GOOD, capacity: '-1' }, undefined, options)).toMatchObject({ errors: [{ field: 'capacity' }] });
  expect(readForm({ ...GOOD, __proto__x: '1' }, undefined, options)).toEqual({
    errors: [{ field: '__proto__x', text: '没有这一项' }],
  });
});

describe('a section that is there', () => {
  test('what the form does not say stays', () => {
    expect(sectionOf({ capacity: '20' }, before, options)).toEqual({ ...before, capacity: 20 });
  });

  test('its own cells again change nothing, even where its days were chosen one by one', () => {
    const chosen = { ...before, schedule: '3月10日至5月1日 共5次', lessons: [weekly('2027-03-10', 1)[0]!] };
    expect(sectionOf(cellsOf(chosen), chosen, options)).toEqual(chosen);
  });

  test('another time gives other lessons', () => {
    const { lessons } = sectionOf({ firstDay: '2027-03-17' }, before, options);
    expect(lessons).toEqual(weekly('2027-03-17', 3));
  });

  test('a field that is emptied is empty', () => {
    expect(sectionOf({ note: '' }, { ...before, note: '自备茶杯' }, options).note).toBe('');
    expect(readForm({ capacity: '' }, before, options)).toMatchObject({ errors: [{ field: 'capacity' }] });
  });
});

describe('hints', () => {
  const hint = (field: 'capacity' | 'place' | 'schedule', text: string) => ({ field, text });
  const hinted = { ...before, hints: [hint('place', '请核对地点'), hint('schedule', '请核对时间')] };

  test('stay while nobody touches what they are about', () => {
    expect(sectionOf({ capacity: '20' }, hinted, options).hints).toEqual(hinted.hints);
  });

  test('go with what is changed, and with what is read together with it', () => {
    expect(sectionOf({ place: '206' }, hinted, options).hints).toEqual([hinted.hints[1]]);
    expect(sectionOf({ firstDay: '2027-03-17' }, hinted, options).hints).toEqual([hinted.hints[0]]);
  });

  test('stay where the same words are said again, blanks around them or not', () => {
    expect(sectionOf({ place: ` ${before.place} ` }, hinted, options).hints).toEqual(hinted.hints);
  });

  test('go when somebody has dealt with them', () => {
    expect(sectionOf({ capacity: '20' }, hinted, options, ['请核对地点']).hints).toEqual([hinted.hints[1]]);
    expect(sectionOf({ capacity: '20' }, hinted, options, ['请核对地点', '请核对时间'])).not.toHaveProperty('hints');
  });

  test('come for new words, beside those that stay, unless somebody has dealt with these very ones', () => {
    const asked = { instructor: '' };
    const { hints = [] } = sectionOf(asked, hinted, options);
    expect(hints).toEqual([...hinted.hints, { field: 'instructor', text: '「讲师」空着，先记为“待定”' }]);
    expect(sectionOf(asked, hinted, options, [hints[2]!.text]).hints).toEqual(hinted.hints);
  });

  test('come only for what was changed', () => {
    // The day that the reader is given instead of a time that stays is a holiday.
    const holidays = { ...options, holidays: ['2027-01-04'] };
    expect(sectionOf({ place: '206' }, before, holidays)).not.toHaveProperty('hints');
    const moved = sectionOf({ firstDay: '2027-03-17' }, before, { ...options, holidays: ['2027-03-24'] });
    expect(moved.hints).toEqual([{ field: 'schedule', text: expect.stringContaining('课往后顺延') }]);
  });

  test('come with a new section', () => {
    expect(sectionOf({ ...GOOD, instructor: '' }, undefined, options).hints).toMatchObject([{ field: 'instructor' }]);
  });
});

test('its own time again, with blanks around it, leaves the lessons that were chosen one by one', () => {
  const chosen = { ...before, lessons: [weekly('2027-03-11', 1)[0]!] };
  const { schedule, firstDay, count } = cellsOf(chosen);
  const again = { schedule: ` ${schedule} `, firstDay: ` ${firstDay} `, count: `${count} `, skipDays: ' ' };
  expect(sectionOf(again, chosen, options).lessons).toEqual(chosen.lessons);
});

test('the cells of a section without lessons name no first day', () => {
  expect(cellsOf({ ...before, lessons: [] })).toMatchObject({ firstDay: '', count: '0' });
});

test('a class for some: the names are a list, and come back as they were typed', () => {
  const section = sectionOf(
    { ...GOOD, employers: '美团配送，顺丰速运、美团配送', districts: '不限' },
    undefined,
    options,
  );

  expect(section.invited).toEqual({ employers: ['美团配送', '顺丰速运'] });
  expect(cellsOf(section)).toMatchObject({ employers: '美团配送、顺丰速运', districts: '' });
  expect(sectionOf({ employers: '' }, section, options)).not.toHaveProperty('invited');
  expect(readForm({ ...GOOD, employers: '长'.repeat(61) }, undefined, options)).toMatchObject({
    errors: [{ field: 'employers', text: expect.stringContaining('太长了') }],
  });
});
