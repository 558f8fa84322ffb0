import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { FollowClass } from '../../../../src/features/telling/follow-class';
import { Followed } from '../../../../src/packages/me/notices/followed';
import { followedClasses } from '../../../../src/app/known/member';
import { serve } from '../../server';
import { phone } from '../../taro';

const pass = () => act(() => new Promise(resolve => setTimeout(resolve, 10)));
const tea = { sectionId: 'tea', batchId: 'b1', title: '茶艺一班' };
const none = { data: { classes: [] } };
const tap = async (testId: string) => {
  fireEvent.click(screen.getByTestId(testId));
  await pass();
};

beforeEach(() => {
  phone.reset();
  followedClasses.store.setState({ data: undefined, savedAt: 0, failed: undefined });
});
afterEach(cleanup);

test('one tap follows and says so, another undoes it', async () => {
  const server = serve({
    'member.followedClasses': none,
    'member.followClass': input => ({ data: { follows: input.on } }),
  });
  render(<FollowClass {...tea} />);
  await pass();
  expect(screen.getByText('有空位时告诉您吗？')).toBeTruthy();

  await tap('follow-class-turn');
  expect(server.calls.at(-1)).toMatchObject({ input: { sectionId: 'tea', on: true } });
  expect(screen.getByText('有空位时会告诉您')).toBeTruthy();

  await tap('follow-class-turn');
  expect(server.calls.at(-1)).toMatchObject({ input: { sectionId: 'tea', on: false } });
  expect(screen.getByText('有空位时告诉您吗？')).toBeTruthy();
});

test('a refusal is said, and nothing looks followed', async () => {
  serve({
    'member.followedClasses': none,
    'member.followClass': { refuse: 'ROOM_LEFT' },
  });
  render(<FollowClass {...tea} />);
  await pass();

  await tap('follow-class-turn');

  expect(screen.getByText('有空位了，现在就能报。')).toBeTruthy();
  expect(screen.getByText('告诉我')).toBeTruthy();
});

test('nothing is offered while nobody knows what I follow', async () => {
  serve({ 'member.followedClasses': { refuse: 'FORBIDDEN' } });
  render(<FollowClass {...tea} />);
  await pass();
  expect(screen.queryByTestId('follow-class')).toBeNull();
});

test('the inbox lists what I follow; a tap stops it, or leads to the class', async () => {
  const server = serve({
    'member.followedClasses': { data: { classes: [{ ...tea, at: 1 }] } },
    'member.followClass': { data: { follows: false } },
  });
  render(<Followed />);
  await pass();
  expect(screen.getByTestId('followed-tea').textContent).toContain('茶艺一班');

  await tap('followed-to-tea');
  expect(phone.went().at(-1)).toContain('sectionId=tea');
  await tap('unfollow-tea');
  expect(server.calls.at(-1)).toMatchObject({ input: { sectionId: 'tea', on: false } });
  expect(screen.queryByTestId('followed-tea')).toBeNull();
});
