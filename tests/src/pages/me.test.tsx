import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import Me from '../../../src/pages/me/index';
import { me } from '../../../src/app/known/member';
import { taught } from '../../../src/features/roll/taught';
import { DAY, HOUR, instantOf } from '../../../domain/base/clock';
import { section } from '../sample';
import { serve } from '../server';
import { phone } from '../taro';

const EVENING = instantOf('2027-03-24', '19:30')!;
const lesson = (startsAt: number) => ({ startsAt, endsAt: startsAt + 1.5 * HOUR });
const tea = {
  ...section({
    sectionId: 'tea',
    lessons: [lesson(EVENING - 7 * DAY), lesson(EVENING), { ...lesson(EVENING + HOUR), cancelled: true as const }],
  }),
  seated: 6,
  waiting: 0,
};
const off = { ...tea, sectionId: 'off', cancelledAt: 1 };

beforeEach(() => {
  phone.reset();
  me.store.setState({ data: undefined, savedAt: 0, failed: undefined });
  taught.store.setState({ data: undefined, savedAt: 0, failed: undefined });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

async function open(now: number, roles: string[]) {
  jest.useFakeTimers({ now });
  const server = serve({
    'member.me': { data: { profile: null, roles } },
    'roll.sections': { data: { sections: [tea, off] } },
  });
  render(<Me />);
  await act(() => jest.advanceTimersByTimeAsync(50));
  return server;
}

test('an instructor is one tap from the roll of today’s lesson', async () => {
  await open(EVENING - 8 * HOUR, ['instructor']);

  const doors = screen.getAllByTestId('door-today');
  expect(doors.map(one => one.textContent)).toEqual(['今天的课：茶艺一班19:30–21:00，培训楼205茶艺室']);
  fireEvent.click(doors[0]!);
  expect(phone.went()).toEqual(['/packages/instructor/roll/index?sectionId=tea&lessonIndex=1']);
});

test('notices can be read again, whoever one is', async () => {
  await open(EVENING, []);

  fireEvent.click(screen.getByText('通知'));

  expect(phone.went()).toEqual(['/packages/me/notices/index']);
});

test('of a lesson that is over, and of other days, there is no door', async () => {
  await open(EVENING + 1.5 * HOUR, ['instructor']);

  expect(screen.getByTestId('door-instructor')).toBeTruthy();
  expect(screen.queryByTestId('door-today')).toBeNull();
});

test('whoever teaches nothing is not asked about', async () => {
  const server = await open(EVENING, []);

  expect(server.asked('roll.sections')).toBe(0);
});
