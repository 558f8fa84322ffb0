import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { UnreachedSheet } from '../../../src/packages/staff/section/unreached-sheet';
import { STROKE } from '../sample';
import { serve, type Doing } from '../server';
import { phone } from '../taro';

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: STROKE });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

const person = (number: string) => ({
  memberId: 'm1',
  name: '周建强',
  phone: number,
  kind: 'LESSON_CANCELLED',
  text: '3月16日 停课：暴雨',
  at: STROKE - 3_600_000,
  count: 2,
});
async function open(sectionId: string, rule: Doing | ((input: Record<string, unknown>) => Doing)) {
  const close = jest.fn();
  const server = serve({ 'staff.unreached': rule });
  render(<UnreachedSheet sectionId={sectionId} onClose={close} />);
  await pass(50);
  return { server, close };
}
const tap = async () => {
  fireEvent.click(screen.getByTestId('unreached-now'));
  await pass(50);
};

test('whom to telephone about what; the whole number comes with a reason and can be dialled', async () => {
  const { server } = await open('tea', ({ phones }) => ({
    data: { people: [person(phones === 'whole' ? '13800002716' : '138****2716')] },
  }));

  expect(screen.getByTestId('unreached').textContent).toMatch(/周建强.*138\*\*\*\*2716.*停课：暴雨.*一共 2 条没看/);
  expect(screen.queryByTestId('dial')).toBeNull();
  await tap();
  expect(screen.getByTestId('unreached-now-fault').textContent).toContain('用途');
  expect(server.asked('staff.unreached')).toBe(1);
  fireEvent.change(screen.getByTestId('unreached-reason'), { target: { value: '电话通知' } });
  await tap();

  expect(server.calls.at(-1)?.input).toEqual({ sectionId: 'tea', phones: 'whole', reason: '电话通知' });
  expect(screen.getByTestId('dial').textContent).toContain('13800002716');
});

test('if everybody was reached it says so, and the button only closes', async () => {
  const { server, close } = await open('choir', { data: { people: [] } });

  expect(screen.getByTestId('all-reached').textContent).toContain('都通知到了');
  await tap();

  expect(close).toHaveBeenCalled();
  expect(server.asked('staff.unreached')).toBe(1);
});
