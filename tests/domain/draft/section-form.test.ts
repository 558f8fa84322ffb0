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

test.each(['capacity', 'course', 'place'] as const)('an empty form names %s', field => {
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
