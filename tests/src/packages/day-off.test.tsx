import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { DayOffEffect } from '../../../domain/api';
import type { Lesson } from '../../../domain/model';
import { instantOf } from '../../../domain/base/clock';
import { DayOffSheet } from '../../../src/packages/staff/batches/day-off-sheet';
import { ChangeForm } from '../../../src/features/change/forms';
import { section } from '../sample';
import { serve } from '../server';
import { phone } from '../taro';

const NOW = instantOf('2027-03-09', '07:00')!;
beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: NOW });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const press = async (id: string) => {
  await pass(1_000);
  fireEvent.click(screen.getByTestId(id));
  await pass(50);
};
const type = (id: string, value: string) => fireEvent.change(screen.getByTestId(id), { target: { value } });

const lesson = (sectionId: string, place: string) => ({
  sectionId,
  lessonIndex: 0,
  title: sectionId,
  place,
  startsAt: NOW + 7_200_000,
  endsAt: NOW + 10_800_000,
  people: 12,
});
const effect = (change: Partial<DayOffEffect>): DayOffEffect => ({
  done: false,
  left: 2,
  summary: '3月9日 周二停课，全部地点，2 次课',
  told: 24,
  lessons: [lesson('茶艺', '201'), lesson('合唱', '301')],
  warnings: ['离上课不到 24 小时，可能有人看不到通知，请再打电话'],
  ...change,
});

test('a day off: what it would do, one place of it, then the act with its count until nothing is left', async () => {
  const lefts = [2, 1, 0];
  const server = serve({
    'change.dayOff': ({ dryRun, place }) => ({
      data: dryRun
        ? effect(place === '201' ? { left: 1, told: 12, lessons: [lesson('茶艺', '201')] } : {})
        : effect({ done: true, left: lefts.shift() ?? 0, told: 12, lessons: [] }),
    }),
  });
  const onClose = jest.fn();
  render(<DayOffSheet onClose={onClose} />);

  await press('day-off-try');
  expect(screen.getByText('请写一句原因，学员会看到')).toBeTruthy();
  type('day-off-reason', '暴雨');
  await press('day-off-try');
  expect(screen.getByTestId('day-off-effect').textContent).toContain('合唱');
  expect(screen.getByTestId('day-off-now').textContent).toBe('停 2 次课，通知 24 人');
  await press('day-off-place-201');
  expect(screen.getByTestId('day-off-effect').textContent).not.toContain('合唱');
  await press('day-off-now');

  expect(screen.getByTestId('day-off-told').textContent).toContain('已停课，通知了 12 人');
  const made = server.calls.filter(one => one.input.dryRun === false);
  expect(made).toHaveLength(3);
  expect(new Set(made.map(one => JSON.stringify(one.input))).size).toBe(1);
  expect(made[0]?.input).toMatchObject({ day: '2027-03-09', place: '201', reason: '暴雨' });
  await press('day-off-done');
  expect(onClose).toHaveBeenCalled();
});

test('where nothing moves on, the sheet stops asking and says that the system goes on', async () => {
  const server = serve({
    'change.dayOff': ({ dryRun }) => ({ data: dryRun ? effect({}) : effect({ done: true, left: 2, lessons: [] }) }),
  });
  render(<DayOffSheet onClose={jest.fn()} />);
  type('day-off-reason', '停电');
  await press('day-off-try');
  await press('day-off-now');

  expect(screen.getByTestId('day-off-told').textContent).toContain('还有 2 次课没停好，系统会接着停');
  expect(server.calls.filter(one => one.input.dryRun === false)).toHaveLength(2);
});

test('a day without lessons is refused in words, and the form stays', async () => {
  serve({ 'change.dayOff': { refuse: 'NO_LESSONS_THAT_DAY', details: { text: '这一天没有课' } } });
  render(<DayOffSheet onClose={jest.fn()} />);
  type('day-off-reason', '停电');
  await press('day-off-try');

  expect(screen.getByText('这一天没有课')).toBeTruthy();
  expect((screen.getByTestId('day-off-reason') as HTMLInputElement).value).toBe('停电');
});

test('a lesson is called off and made up for in one go: a week after the last one, as long as that', async () => {
  const tea = section({ sectionId: 'tea' });
  const last = tea.lessons.at(-1)!;
  const server = serve({
    'change.make': input => ({ data: { done: !input.dryRun, summary: '…', told: 3, people: [], warnings: [] } }),
  });
  const onClose = jest.fn();
  render(<ChangeForm kind="cancelLesson" section={tea} now={tea.lessons[0]!.startsAt - 1} onClose={onClose} />);
  await press('make-up');
  type('change-reason', '老师生病');
  await press('change-try');
  await press('change-now');
  expect(onClose).not.toHaveBeenCalled();
  await press('change-try');
  await press('change-now');

  const made = server.calls.filter(one => one.input.dryRun === false).map(one => one.input.change);
  expect(made).toMatchObject([
    { kind: 'cancelLesson', sectionId: 'tea' },
    { kind: 'addLesson', startsAt: last.startsAt + 7 * 86_400_000, endsAt: last.endsAt + 7 * 86_400_000 },
  ]);
  expect(onClose).toHaveBeenCalledWith(true);
});

test('a substitute: the lesson that runs can be chosen; an empty name is asked for, or gives the lesson back', async () => {
  const tea = section({ sectionId: 'tea', instructor: '李文秀' });
  const [first, second] = tea.lessons as [Lesson, Lesson];
  const card = { ...tea, lessons: [first, { ...second, by: '李芳' }] };
  const server = serve({
    'change.make': input => ({ data: { done: !input.dryRun, summary: '…', told: 3, people: [], warnings: [] } }),
  });
  render(<ChangeForm kind="substitute" section={card} now={first.endsAt - 1} onClose={jest.fn()} />);

  await press('change-try');
  expect(screen.getByText('请写代课老师的姓名')).toBeTruthy();
  await press('lesson-1');
  expect((screen.getByTestId('change-words') as HTMLInputElement).value).toBe('李芳');
  type('change-words', '');
  await press('change-try');
  await press('change-now');

  expect(server.calls.at(-1)?.input.change).toEqual({
    kind: 'substitute',
    sectionId: 'tea',
    lessonIndex: 1,
    by: '',
  });
});
