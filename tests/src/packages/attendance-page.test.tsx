import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { SectionAttendance } from '../../../domain/api';
import Attendance from '../../../src/packages/staff/attendance/index';
import { everything } from '../../../src/app/known/staff';
import { batch } from '../sample';
import { serve, type Doing } from '../server';
import { phone } from '../taro';
import { attended, FIRST, sums, WEEK } from './rolls';

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers();
  everything.store.setState({ data: undefined, savedAt: 0, failed: undefined });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

/** The page at `at`; each test has a batch of its own, because answers are remembered. */
async function open(
  batchId: string,
  at: number,
  sections: SectionAttendance[] | 'no network',
  rules: Parameters<typeof serve>[0] = {},
) {
  jest.setSystemTime(at);
  const card = { ...batch, batchId, firstLessonAt: FIRST, state: 'scheduled', phase: 'closed' };
  const server = serve({
    'member.me': { data: { profile: null, roles: ['staff'] } },
    'staff.batches': { data: { drafts: [], batches: [card] } },
    'attendance.appeals': { data: { appeals: [] } },
    'attendance.batch': sections === 'no network' ? sections : { data: { sections } },
    ...rules,
  });
  render(<Attendance />);
  await pass(50);
  return server;
}

const tea = { sectionId: 'tea', course: '茶艺', name: '一班' };
const guqin = { sectionId: 'guqin', course: '古琴', name: '一班', organisation: '永川区文化馆' };

test('before the first lesson it says when there will be something to count', async () => {
  await open('before', FIRST - WEEK, [attended(tea, [sums(0, { closed: false, present: 0, unmarked: 10 })])]);

  expect(screen.getByTestId('no-lessons-yet').textContent).toContain('3月10日 19:00');
  expect(screen.queryByTestId('sums')).toBeNull();
});

/** The app asks again by itself as often as this. */
const LOST: Doing[] = ['lost reply', 'lost reply', 'lost reply', 'lost reply'];

test('lessons that were called to the last are closed together; what failed is named, and the rest goes on from there', async () => {
  const called = { closed: false, unmarked: 0 };
  const answers: Doing[] = [{ data: {} }, ...LOST, { data: {} }, { refuse: 'ROLL_CLOSED' }];
  const server = await open(
    'together',
    FIRST + 3 * WEEK,
    [
      attended(tea, [sums(0, { ...called, absent: 1 }), sums(1, { ...called, absent: 1 }), sums(2, called)]),
      attended(guqin, [sums(0, { closed: false, unmarked: 3 })]),
    ],
    { 'attendance.close': () => answers.shift()! },
  );
  const closes = () => server.calls.filter(one => one.endpoint === 'attendance.close').map(one => one.input);

  fireEvent.click(screen.getByTestId('close-all'));
  expect(screen.getByTestId('close-all-list').textContent).not.toContain('古琴');
  expect(screen.getByTestId('close-all-now').textContent).toBe('确认 3 次，2 人次记缺课');
  fireEvent.click(screen.getByTestId('close-all-now'));
  await pass(60_000);
  expect(screen.getByTestId('close-all-now-fault').textContent).toContain('确认了 1 次');
  fireEvent.click(screen.getByTestId('close-all-now'));
  await pass(1_000);

  expect(screen.queryByTestId('close-all-now')).toBeNull();
  expect(closes().map(one => one.lessonIndex)).toEqual([0, 1, 1, 1, 1, 1, 2]);
  expect(closes().slice(2, 6)).toEqual(LOST.map(() => closes()[1]));
  expect(new Set(closes().map(one => one.actId)).size).toBe(3);
  expect(server.asked('attendance.batch')).toBe(2);
});

test('sums, and the lessons that are still to be closed, the oldest first; a tap leads to the roll', async () => {
  const open0 = { closed: false, present: 7, unmarked: 3 };
  await open('sums', FIRST + 2 * WEEK, [
    attended(tea, [sums(0, { present: 8, late: 1, absent: 1 }), sums(1, open0), sums(5, open0)]),
    attended(guqin, [sums(0, open0)]),
  ]);

  expect(screen.getByTestId('sums').textContent).toMatch(/到课率96%上了3 \/ 4 次课缺课1 人次/);
  expect(screen.getByTestId('to-close').textContent).toContain('2 次课的考勤待确认');
  const rows = screen.getAllByTestId('to-close-row');
  expect(rows.map(row => row.textContent)).toEqual([
    expect.stringMatching(/古琴一班 第 1 次.*3 人未点/),
    expect.stringMatching(/茶艺一班 第 2 次.*3 人未点/),
  ]);
  fireEvent.click(rows[1]!);
  expect(phone.went()).toEqual(['/packages/staff/lesson/index?sectionId=tea&lessonIndex=1']);
});

test('by course and by organisation; a tap on a row draws its line', async () => {
  await open('groups', FIRST + 2 * WEEK, [
    attended(tea, [sums(0, { present: 5, absent: 5 })]),
    attended(guqin, [sums(0, { present: 9, absent: 1 })]),
  ]);
  const names = () => screen.getAllByTestId('group-row').map(row => row.textContent);
  expect(names()).toEqual([expect.stringMatching(/^茶艺.*50%/), expect.stringMatching(/^古琴.*90%/)]);
  expect(screen.getByRole('img', { name: /^茶艺到课率 50%/ })).toBeTruthy();

  fireEvent.click(screen.getAllByTestId('group-row')[1]!);
  expect(screen.getByRole('img', { name: /^古琴到课率 90%/ })).toBeTruthy();

  fireEvent.click(screen.getByTestId('by-organisation'));
  expect(names()).toEqual([expect.stringMatching(/^渝西茶艺培训学校/), expect.stringMatching(/^永川区文化馆/)]);
});

test('a class opens to its lessons, each in words', async () => {
  await open('lessons', FIRST + 2 * WEEK, [
    attended(tea, [
      sums(0, { present: 7, late: 1, leave: 1, absent: 1, guests: 2 }),
      sums(1, { cancelled: true }),
      sums(2, { closed: false, present: 0, unmarked: 10 }),
      sums(3, { closed: false, present: 0, unmarked: 10 }),
    ]),
  ]);
  expect(screen.queryByTestId('lessons')).toBeNull();

  fireEvent.click(screen.getByTestId('section-row'));

  const rows = screen.getAllByTestId('lesson-row').map(row => row.textContent);
  expect(rows).toEqual([
    expect.stringMatching(/第 1 次.*已确认到 7，迟到 1，请假 1，缺课 1，另有 2 人/),
    expect.stringContaining('已取消'),
    expect.stringMatching(/正在上未点 10/),
    expect.stringMatching(/还没上应到 10 人/),
  ]);
});

test('without a network and without a copy there is a way to try again', async () => {
  const server = await open('offline', FIRST + WEEK, 'no network');

  expect(screen.getByTestId('broken').textContent).toContain('网断了');
  expect(server.asked('attendance.batch')).toBe(0);
  fireEvent.click(screen.getByText('再试一次'));
  await pass(50);
  expect(screen.getByTestId('broken')).toBeTruthy();
});
