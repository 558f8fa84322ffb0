import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { OnTheWall } from '../../../src/packages/staff/batch/on-the-wall';
import type { LiveSection } from '../../../src/features/line/live-sums';
import { batch, section, STROKE } from '../sample';

afterEach(cleanup);

const live = (name: string, seated: number, waiting: number): LiveSection => {
  const card = section({ sectionId: name, name, capacity: 20, waitlistLimit: 10 });
  return { ...card, seated, waiting, seatsLeft: 20 - seated, waitingLeft: 10 - waiting, joinedAt: [] };
};
const sections = [live('一班', 20, 3), live('二班', 12, 0)];

function show(now: number) {
  const onClose = jest.fn();
  render(<OnTheWall batch={{ ...batch, capacity: 40 }} sections={sections} now={now} onClose={onClose} />);
  return onClose;
}
const text = (id: string) => screen.getByTestId(id).textContent;

test('before the stroke a room sees how long it is, and what there will be', () => {
  show(STROKE - 42_000);

  expect(text('wall-countdown')).toContain('42秒');
  expect(text('wall-countdown')).toContain('3 个班，40 个名额');
  expect(screen.queryByTestId('wall-sums')).toBeNull();
});

test('after it the sums, and of each class what is left or who waits', () => {
  show(STROKE + 125_000);

  expect(text('wall-sums')).toBe('已入座32 / 40候补中3 人满员的班1 / 2开放了2 分 5 秒');
  expect(screen.getAllByTestId('wall-bar').map(one => one.textContent)).toEqual([
    '茶艺一班满，候补 3',
    '茶艺二班剩 8 / 20',
  ]);
  expect(screen.queryByTestId('wall-countdown')).toBeNull();
});

test('退出投屏 leaves it', () => {
  const onClose = show(STROKE);

  fireEvent.click(screen.getByTestId('leave-cast'));

  expect(onClose).toHaveBeenCalledTimes(1);
});
