import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { DAY, HOUR } from '../../../domain/base/clock';
import { isPressing, type Notice } from '../../../src/features/telling/notice-words';
import { Reminders } from '../../../src/packages/me/notices/reminders';
import { serve } from '../server';
import { phone } from '../taro';

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers();
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});
const pass = () => act(() => jest.advanceTimersByTimeAsync(500));
const profile = { name: '何小燕', phone: '13800001234', employer: '区人民医院', unionMember: true };

test('the switch stands as the server knows it, and goes back if it could not be changed', async () => {
  let reminders = true;
  let works = true;
  serve({
    'member.me': () => ({ data: { profile, roles: [], reminders } }),
    'member.reminders': ({ on }) => {
      if (!works) return { refuse: 'PROFILE_MISSING' };
      reminders = on as boolean;
      return { data: { on: reminders } };
    },
  });
  render(<Reminders />);
  await pass();
  const checked = () => screen.getByTestId('reminders').getAttribute('aria-checked');
  expect(checked()).toBe('true');

  fireEvent.click(screen.getByTestId('reminders'));
  await pass();
  expect(checked()).toBe('false');
  works = false;
  fireEvent.click(screen.getByTestId('reminders'));
  await pass();
  expect(checked()).toBe('false');
});

test('a reminder stands above my classes until the day of its lesson is over', () => {
  const of = (kind: Notice['kind']): Notice => ({
    _id: 'n',
    kind,
    sectionId: 's',
    batchId: 'b',
    title: '茶艺',
    createdAt: 0,
    readAt: null,
  });

  expect([30 * HOUR - 1, 30 * HOUR].map(now => isPressing(of('NEXT_LESSON'), now))).toEqual([true, false]);
  expect([30 * HOUR, 14 * DAY].map(now => isPressing(of('LESSON_MOVED'), now))).toEqual([true, false]);
});
