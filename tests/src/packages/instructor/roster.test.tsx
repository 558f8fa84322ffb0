import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { LessonSums, SectionAttendance } from '../../../../domain/api';
import { HOUR } from '../../../../domain/base/clock';
import Roster from '../../../../src/packages/instructor/roster/index';
import { serve } from '../../server';
import { phone } from '../../taro';
import { BEGINS, Classroom } from './classroom';

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const { card } = new Classroom();

const sums = (lessonIndex: number, change: Partial<LessonSums> = {}): LessonSums => ({
  lessonIndex,
  startsAt: card.lessons[lessonIndex]!.startsAt,
  endsAt: card.lessons[lessonIndex]!.endsAt,
  cancelled: false,
  closed: false,
  expected: 6,
  present: 0,
  late: 0,
  leave: 0,
  absent: 0,
  unmarked: 6,
  guests: 0,
  ...change,
});

const attendance: SectionAttendance = {
  section: card,
  lessons: [
    sums(0, { present: 3, late: 1, leave: 1, absent: 1, unmarked: 0, closed: true }),
    sums(1, { present: 4, unmarked: 2 }),
    sums(2, { present: 1, unmarked: 5 }),
    sums(3),
  ],
};

beforeEach(() => {
  jest.useFakeTimers({ now: BEGINS + HOUR });
  phone.reset();
  phone.setParams({ sectionId: 'tea' });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

test('the lessons of a class say how they were attended, and each leads to its roll', async () => {
  serve({ 'roll.roster': { data: { section: card, people: [] } }, 'roll.attendance': { data: attendance } });
  render(<Roster />);
  await pass(20);

  expect(screen.getByTestId('attendance-chart').textContent).toContain('到课率 90%');
  const picture = screen.getByRole('img', { name: /第 1 次课：到 3，迟到 1，请假 1，缺课 1；第 2 次课：到 4，未点 2/ });
  expect(decodeURIComponent(picture.querySelector('img')!.src)).toContain('缺课');
  const rows = screen.getAllByTestId('lesson-row').map(one => one.textContent);
  expect(rows).toEqual([
    expect.stringContaining('考勤已确认'),
    expect.stringContaining('没点完'),
    expect.stringContaining('可以点名'),
    expect.stringContaining('应到 6 人'),
  ]);

  fireEvent.click(screen.getAllByTestId('lesson-row')[1]!);
  expect(phone.went()).toEqual(['/packages/instructor/roll/index?sectionId=tea&lessonIndex=1']);
});
