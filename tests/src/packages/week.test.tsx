import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { DAY, HOUR, instantOf } from '../../../domain/base/clock';
import Week from '../../../src/packages/staff/week/index';
import { me } from '../../../src/app/known/member';
import { serve } from '../server';
import { phone } from '../taro';

const MONDAY = instantOf('2027-03-08', '00:00')!;
const NOW = MONDAY + DAY + 9 * HOUR;
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: NOW });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const one = (course: string, part: object = {}) => ({
  batchId: 'b1',
  batchTitle: '第一期',
  course,
  name: '一班',
  instructor: course,
  place: '205',
  lessons: [{ startsAt: NOW, endsAt: NOW + HOUR }],
  ...part,
});

async function open(classes: object[]) {
  me.store.setState({ data: { profile: null, roles: ['staff'] } as never, savedAt: NOW, failed: undefined });
  const server = serve({
    'staff.week': ({ at }) => ({
      data: { monday: at, classes: at === MONDAY ? classes : [], holidays: ['2027-03-10'] },
    }),
    'attendance.appeals': { data: { appeals: [] } },
  });
  render(<Week />);
  await pass(10);
  return server;
}

test('clashes are marked and lead to the class or the draft; by people there are none', async () => {
  await open([one('茶艺', { sectionId: 'tea' }), one('古琴', { batchId: 'd1', batchTitle: '' })]);

  expect(screen.getByTestId('week-grid').textContent).toContain('2 次课撞了');
  const [tea, draft] = screen.getAllByTestId('week-clash');
  fireEvent.click(tea!);
  expect(phone.went().at(-1)).toContain('staff/section/index?batchId=b1&sectionId=tea');
  expect(draft!.textContent).toContain('没有名称的一期，草稿');
  fireEvent.click(draft!);
  expect(phone.went().at(-1)).toContain('staff/draft/index?draftId=d1');

  fireEvent.click(screen.getAllByTestId('week-by')[1]!);
  expect(screen.queryByTestId('week-clash')).toBeNull();
  expect(screen.getAllByTestId('week-row').map(row => row.textContent)).toEqual(
    [expect.stringContaining('茶艺'), expect.stringContaining('古琴')].sort(),
  );
});

test('the next week is asked for, and one without lessons says so', async () => {
  const server = await open([one('茶艺', { sectionId: 'tea' })]);

  fireEvent.click(screen.getByTestId('week-on'));
  await pass(10);

  expect(server.calls.filter(call => call.endpoint === 'staff.week').map(call => call.input.at)).toEqual([
    MONDAY,
    MONDAY + 7 * DAY,
  ]);
  expect(screen.getByTestId('no-week').textContent).toContain('没有课');
});
