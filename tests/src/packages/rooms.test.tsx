import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { DraftView } from '../../../domain/api';
import { Rooms } from '../../../src/packages/staff/draft/rooms';
import { draft, draftSection, weekly } from '../../domain/draft/drafts';

afterEach(cleanup);

const view = (change: Partial<DraftView>): DraftView => ({
  ...draft(),
  draftId: 'd1',
  problems: [],
  hints: [],
  preview: null,
  ...change,
});
const other = {
  course: '古琴',
  name: '二班',
  instructor: '周子墨',
  place: '0001教室',
  lessons: weekly('2027-03-17', 1),
  batchTitle: '春季第一期',
};

test('it opens at the first week with a clash, names both classes and the batch, and steps to the others', () => {
  render(<Rooms view={view({ taken: [other], holidays: ['2027-03-10'] })} />);
  const rooms = () => screen.getByTestId('rooms').textContent;

  expect(rooms()).toContain('3月15日–3月21日');
  expect(screen.getAllByTestId('room-clash').map(one => one.textContent)).toEqual([
    '19:00–20:30茶艺0001班，撞了',
    '19:00–20:30古琴二班（春季第一期），撞了',
  ]);

  fireEvent.click(screen.getByTestId('rooms-back'));
  expect(rooms()).toContain('3月8日–3月14日');
  expect(rooms()).toContain('停课');
  expect(screen.queryByTestId('room-clash')).toBeNull();
  // There is no week before the first lesson.
  fireEvent.click(screen.getByTestId('rooms-back'));
  expect(rooms()).toContain('3月8日–3月14日');
});

test('a room without lessons in a week says so, and a draft without lessons has no rooms', () => {
  const sections = [
    draftSection('0001', { lessons: weekly('2027-03-10', 2) }),
    draftSection('0002', { lessons: weekly('2027-03-10', 1) }),
  ];
  const { rerender } = render(<Rooms view={view({ sections })} />);
  fireEvent.click(screen.getByTestId('rooms-on'));
  expect(screen.getAllByTestId('room').map(one => one.textContent?.includes('这一周空着'))).toEqual([false, true]);

  rerender(<Rooms view={view({ sections: [draftSection('0001', { lessons: [] })] })} />);
  expect(screen.queryByTestId('rooms')).toBeNull();
});
