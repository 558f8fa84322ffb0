import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { Todo } from '../../../domain/api';
import { DAY, HOUR } from '../../../domain/base/clock';
import TodoPage from '../../../src/packages/staff/todo/index';
import { me } from '../../../src/app/known/member';
import { STROKE } from '../sample';
import { serve, type Doing } from '../server';
import { phone } from '../taro';

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const none = { some: [], count: 0 };
const NOTHING: Todo = {
  appeals: { count: 0, oldestAt: null },
  lessons: none,
  troubles: [],
  missing: none,
  clashes: none,
  wishes: { held: 0, overdue: 0 },
  lines: none,
  drafts: none,
};
const lesson = (sectionId: string, unmarked: number) => ({
  section: { sectionId, course: '茶艺', name: sectionId },
  lesson: { lessonIndex: 0, startsAt: STROKE - DAY, unmarked, absent: 1 },
});
const clashing = { course: '茶艺', name: '一班', batchId: 'b1', batchTitle: '第一期', sectionId: 'tea' };
const EVERYTHING: Todo = {
  appeals: { count: 2, oldestAt: STROKE - 3 * HOUR },
  lessons: { some: [lesson('一班', 0), lesson('二班', 4), lesson('三班', 0)], count: 3 },
  troubles: [{ _id: 'all', code: 45009, at: STROKE, until: STROKE + HOUR }],
  missing: { some: [{ name: '周敏', organisation: '文化馆', classes: ['古琴一班'], invited: true }], count: 1 },
  clashes: {
    some: [
      {
        at: STROKE + DAY,
        uses: [{ kind: 'room', name: '205室' }],
        one: clashing,
        other: { course: '古琴', name: '一班', batchId: 'b-draft', batchTitle: '第二期' },
      },
      { at: STROKE + DAY, uses: [{ kind: 'person', name: '周敏' }], one: clashing, other: clashing },
    ],
    count: 2,
  },
  wishes: { held: 1, overdue: 3 },
  lines: { some: [{ ...clashing, capacity: 20, waiting: 31 }], count: 1 },
  drafts: { some: [{ draftId: 'd1', title: '', formerTitle: '第一期', updatedAt: STROKE - HOUR }], count: 1 },
};

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: STROKE });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

async function open(todo: Doing, rules: Parameters<typeof serve>[0] = {}) {
  me.store.setState({ data: { profile: null, roles: ['staff'] } as never, savedAt: STROKE, failed: undefined });
  const server = serve({ 'staff.todo': todo, 'attendance.appeals': { data: { appeals: [] } }, ...rules });
  render(<TodoPage />);
  await pass(10);
  return server;
}

test('without an answer it says that it could not be opened', async () => {
  await open('no network');
  await pass(60_000);

  expect(screen.queryByTestId('all-done')).toBeNull();
  expect(screen.getByTestId('staff-todo').textContent).toContain('网');
});

test.each<[string, number, string, string]>([
  ['todo-appeals', 0, '2 条申诉等答复', 'no-shows/index'],
  ['to-close-row', 1, '4 人未点', 'lesson/index?sectionId=二班&lessonIndex=0'],
  ['todo-missing', 0, '周敏（文化馆）邀请了，还没打开', 'people/index'],
  ['todo-clash', 0, '同一间教室（205室）', 'draft/index?draftId=b-draft'],
  ['todo-clash', 1, '同一位老师（周敏）', 'section/index?batchId=b1&sectionId=tea'],
  ['todo-overdue', 0, '3 个过期没有答复', 'wishes/index'],
  ['todo-held', 0, '1 个课名', 'wishes/index'],
  ['todo-line', 0, '31 人候补', 'section/index?batchId=b1&sectionId=tea'],
  ['todo-draft', 0, '照“第一期”再办', 'draft/index?draftId=d1'],
])('%s %i says what waits and leads to where it is done', async (testId, at, says, path) => {
  await open({ data: EVERYTHING });
  const row = screen.getAllByTestId(testId)[at]!;

  expect(row.textContent).toContain(says);
  fireEvent.click(row);
  expect(decodeURIComponent(phone.went().at(-1) ?? '')).toBe(`/packages/staff/${path}`);
});

test('messages that cannot be sent are told with what to do', async () => {
  await open({ data: EVERYTHING });

  expect(screen.getByTestId('todo-trouble').textContent).toContain('45009');
});

test('only the lessons that were fully called are confirmed together, each as an act of its own', async () => {
  const server = await open({ data: EVERYTHING }, { 'attendance.close': { data: {} } });

  fireEvent.click(screen.getByTestId('close-all'));
  fireEvent.click(screen.getByTestId('close-all-now'));
  await pass(1_000);

  const closed = server.calls.filter(one => one.endpoint === 'attendance.close').map(one => one.input);
  expect(closed.map(one => one.sectionId)).toEqual(['一班', '三班']);
  expect(new Set(closed.map(one => one.actId)).size).toBe(2);
  expect(server.asked('staff.todo')).toBe(2);
});

test('a desk with nothing left says so, and is no dead end', async () => {
  await open({ data: NOTHING });

  expect(screen.getByTestId('all-done').textContent).toContain('都办好了');
  fireEvent.click(screen.getByTestId('to-batches'));
  expect(phone.went().at(-1)).toBe('/packages/staff/batches/index');
});
