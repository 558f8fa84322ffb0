import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { instantOf } from '../../../../domain/base/clock';
import { BatchOver } from '../../../../src/packages/staff/batch/batch-acts';
import { ChangeForm, changesOf, type SectionChange } from '../../../../src/features/change/forms';
import { batch, section, STROKE } from '../../sample';
import { serve } from '../../server';
import { phone } from '../../taro';

const tea = section({ sectionId: 'tea' });
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const type = (id: string, value: string) => fireEvent.change(screen.getByTestId(id), { target: { value } });
const effect = (input: Record<string, unknown>) => ({
  data: { done: !input.dryRun, summary: '取消第 1 次课', told: 3, people: [], warnings: [] },
});

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: STROKE });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

function open(kind: SectionChange, change: object = {}, now = STROKE) {
  const onClose = jest.fn();
  const server = serve({ 'change.make': effect });
  render(<ChangeForm kind={kind} section={{ ...tea, ...change }} now={now} onClose={onClose} />);
  return { server, onClose };
}
const press = async (id: string) => {
  await pass(1_000);
  fireEvent.click(screen.getByTestId(id));
  await pass(50);
};

test('a lesson is called off with a reason that its class will read, and not in the colour of an enrolment', async () => {
  const { server, onClose } = open('cancelLesson');
  expect(screen.getByText('原因（学员会看到）')).toBeTruthy();

  await press('change-try');
  expect(screen.getByText('请写一句原因，学员会看到')).toBeTruthy();
  expect(server.calls).toEqual([]);
  type('change-reason', '老师生病');
  await press('change-try');
  expect(screen.getByTestId('change-now').className).toContain('btn--take');
  await press('change-now');

  expect(server.calls.map(one => one.input)).toMatchObject([
    { reason: '老师生病', dryRun: true },
    { reason: '老师生病', dryRun: false },
  ]);
  expect(onClose).toHaveBeenCalledWith(true);
});

test('a number is read as people type it: full-width, and with marks that nobody sees', async () => {
  const { server } = open('capacity');

  type('change-number', '\u200b３５\u202c');
  await press('change-try');

  expect(server.calls.map(one => one.input)).toMatchObject([{ change: { kind: 'capacity', capacity: 35 } }]);
  expect(screen.getByTestId('change-now').className).toContain('btn--go');
});

test('another closing: midnight is written as the end of the day before, and whoever chooses it is asked', () => {
  const closesAt = instantOf('2027-02-21', '00:00')!;
  serve({});
  render(<BatchOver doing="closesAt" batch={{ ...batch, closesAt }} onClose={() => undefined} />);
  expect(screen.getByText('现在是 2月20日 周六 24:00 截止。')).toBeTruthy();

  type('change-moment', '2027-02-22T00:00');

  expect(screen.getByText(/2月22日 00:00 就是 2月21日 周日 24:00.*要报到22日晚上吗/)).toBeTruthy();
});

const facts = {
  bring: '茶杯',
  roomCapacity: 35,
  lessons: tea.lessons.map((lesson, index) => (index === 0 ? { ...lesson, topic: '绿茶' } : lesson)),
};
const changes = (server: ReturnType<typeof open>['server']) => server.calls.map(one => one.input.change);

test('what to bring is changed, or emptied', async () => {
  const { server } = open('bring', facts);
  expect((screen.getByTestId('change-words') as HTMLInputElement).value).toBe('茶杯');

  type('change-words', ' ');
  await press('change-try');

  expect(changes(server)).toEqual([{ kind: 'bring', sectionId: 'tea', bring: '' }]);
});

test.each([
  ['closed', {}, '改成不报名也能来', true],
  ['open', { walkInFrom: 0 }, '改成报了名的先来', false],
] as const)('a lecture that is %s: the other way is offered, and tried first', async (_, door, title, wanted) => {
  const { server } = open('openDoor', { kind: 'lecture', ...door });
  expect(screen.getByText(title)).toBeTruthy();

  await press('change-try');
  await press('change-now');

  expect(server.calls.map(one => one.input)).toMatchObject(
    [true, false].map(dryRun => ({ dryRun, change: { kind: 'openDoor', sectionId: 'tea', open: wanted } })),
  );
});

test('only a lecture has that change', () => {
  const kinds = (of: object) => changesOf({ ...tea, ...of }).map(one => one.kind);
  expect(kinds({ kind: 'lecture' })).toContain('openDoor');
  expect(kinds({})).not.toContain('openDoor');
});

test('the topic of a lesson is chosen and changed, one that is over, too', async () => {
  const { server } = open('topic', facts, tea.lessons[0]!.endsAt);
  const topic = () => (screen.getByTestId('change-words') as HTMLInputElement).value;
  expect(screen.getByLabelText('第 2 次课的主题')).toBeTruthy();
  expect(screen.getByTestId('lesson-0').textContent).toContain('绿茶');
  expect(topic()).toBe('');

  fireEvent.click(screen.getByTestId('lesson-0'));
  expect(topic()).toBe('绿茶');
  type('change-words', '红茶');
  await press('change-try');

  expect(changes(server)).toEqual([{ kind: 'topic', sectionId: 'tea', lessonIndex: 0, topic: '红茶' }]);
});

test.each([
  ['40', [{ kind: 'place', sectionId: 'tea', place: '301', roomCapacity: 40 }]],
  ['', [{ kind: 'place', sectionId: 'tea', place: '301', roomCapacity: 0 }]],
  ['5001', []],
])('a room for “%s”', async (room, sent) => {
  const { server } = open('place', facts);
  expect((screen.getByTestId('change-room') as HTMLInputElement).value).toBe('35');

  type('change-words', '301');
  type('change-room', room);
  await press('change-try');

  expect(changes(server)).toEqual(sent);
  expect(screen.queryAllByText(/场地容量.*5,?000/)).toHaveLength(sent.length === 0 ? 1 : 0);
});
