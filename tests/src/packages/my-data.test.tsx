import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import MyData from '../../../src/packages/me/data/index';
import Erase from '../../../src/packages/me/erase/index';
import { follows, me } from '../../../src/app/known/member';
import { eraseOutlook, ownData } from '../../../src/features/privacy/own-data';
import { serve } from '../server';
import { phone } from '../taro';

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const GROUP = {
  key: 'notices',
  title: '通知',
  kept: '1 年',
  erased: '删除',
  documents: 2,
  rows: [
    [
      { name: '通知', value: '候补已转为正式名额' },
      { name: '时间', value: Date.parse('2027-03-09T11:00:00Z') },
    ],
  ],
};
const OUTLOOK = {
  leaves: [{ title: '茶艺一班', state: 'SEATED', number: 3 }],
  away: [{ title: '合唱', lessons: 4 }],
  past: 2,
  roles: [],
  staff: 'no',
  missed: 1,
  rememberedUntil: Date.parse('2027-06-01T00:00:00Z'),
};

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers();
  const unknown = { data: undefined, savedAt: 0, failed: undefined };
  me.store.setState(unknown);
  ownData.store.setState(unknown);
  eraseOutlook.store.setState(unknown);
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

test('what is kept is counted by kind, each row opens, instants are said as people say them', async () => {
  serve({ 'member.data': { data: { groups: [GROUP], erasingSince: null } } });
  render(<MyData />);
  await pass(10);

  expect(screen.queryByTestId('data-rows')).toBeNull();
  fireEvent.click(screen.getByTestId('data-notices'));

  expect(screen.getByTestId('data-rows').textContent).toContain('候补已转为正式名额');
  expect(screen.getByTestId('data-rows').textContent).toContain('3月9日 周二 19:00');
});

test('the one thing that cannot be found by person is named', async () => {
  serve({ 'member.data': { data: { groups: [GROUP], erasingSince: null } } });
  render(<MyData />);
  await pass(10);

  expect(screen.getByTestId('data-uncounted').textContent).toMatch(/没排上的人数统计.*8 位代号.*没有名字/);
});

test('where nothing is kept it says so; without network it says that and offers again', async () => {
  serve({ 'member.data': { data: { groups: [], erasingSince: null } } });
  render(<MyData />);
  await pass(10);
  expect(screen.getByTestId('no-data')).toBeTruthy();
  cleanup();

  ownData.store.setState({ data: undefined, savedAt: 0 });
  serve({ 'member.data': 'no network' });
  render(<MyData />);
  await pass(10);
  expect(screen.getByText('网断了')).toBeTruthy();
});

test('an export that fails says why, and can be tried again', async () => {
  const server = serve({
    'member.data': { data: { groups: [GROUP], erasingSince: null } },
    'export.mine': { refuse: 'BUSY' },
  });
  render(<MyData />);
  await pass(10);

  fireEvent.click(screen.getByTestId('export-mine'));
  await pass(10);
  fireEvent.click(screen.getByTestId('export-mine'));
  await pass(10);

  expect(screen.getByTestId('export-mine-fault').textContent).toMatch(/请稍等几秒/);
  expect(server.asked('export.mine')).toBe(2);
});

test('before anything is deleted it says what will go, what others get, and what stays', async () => {
  const server = serve({ 'member.eraseLook': { data: OUTLOOK } });
  render(<Erase />);
  await pass(10);

  expect(screen.getByText(/^您可以随时删除资料/)).toBeTruthy();
  expect(screen.getByTestId('erase-now').textContent).toMatch(
    /茶艺一班的座位退掉，有人候补就马上给他.*合唱.*4 次课按请假办/,
  );
  expect(screen.getByTestId('erase-kept').textContent).toMatch(/上完的 2 个班只留人数.*6月1日.*还在计的 1 次缺课/);
  fireEvent.click(screen.getByTestId('erase-next'));
  fireEvent.click(screen.getByTestId('erase-cancel'));

  expect(screen.queryByTestId('erase-confirm')).toBeNull();
  expect(server.asked('member.erase')).toBe(0);
});

test.each([
  ['a place', OUTLOOK, true],
  ['no place', { ...OUTLOOK, leaves: [], away: [] }, false],
])('the last question to somebody with %s speaks of seats only if there are any', async (_, outlook, seats) => {
  serve({ 'member.eraseLook': { data: outlook } });
  render(<Erase />);
  await pass(10);

  fireEvent.click(screen.getByTestId('erase-next'));

  expect(screen.queryByText(/退掉的座位/) !== null).toBe(seats);
});

test('whoever was in office is told that the name on what they did stays for a time', async () => {
  serve({ 'member.eraseLook': { data: { ...OUTLOOK, roles: ['讲师'] } } });
  render(<Erase />);
  await pass(10);

  expect(screen.getByTestId('erase-kept').textContent).toMatch(/担任讲师时做过的事，名字从做的那天起留 3 年/);
});

test('twice a yes deletes, and the phone forgets too', async () => {
  const server = serve({ 'member.eraseLook': { data: OUTLOOK }, 'member.erase': { data: { startedAt: 1 } } });
  me.put(() => ({ profile: { name: '何小燕', phone: '13800001234', employer: '医院', unionMember: true }, roles: [] }));
  follows.put(() => ({ batchIds: ['b1'] }));
  render(<Erase />);
  await pass(10);

  fireEvent.click(screen.getByTestId('erase-next'));
  fireEvent.click(screen.getByTestId('erase-confirm'));
  await pass(10);

  expect(screen.getByTestId('erase-begun')).toBeTruthy();
  expect(server.calls.find(one => one.endpoint === 'member.erase')?.input).toEqual({
    confirmed: '删除我的资料',
    tappedAt: expect.any(Number) as number,
  });
  for (const one of [me, follows, eraseOutlook]) expect(one.store.getState().data).toBeUndefined();
  expect(phone.stored().filter(key => !key.includes('member.data'))).toEqual([]);
});

test('without network nothing is deleted, and it says so on the sheet', async () => {
  serve({ 'member.eraseLook': { data: OUTLOOK }, 'member.erase': 'no network' });
  render(<Erase />);
  await pass(10);
  fireEvent.click(screen.getByTestId('erase-next'));
  fireEvent.click(screen.getByTestId('erase-confirm'));
  await pass(10);

  expect(screen.getByTestId('erase-confirm-fault').textContent).toMatch(/网络没有连上/);
});

test.each([
  ['yes', /^您现在是工会工作人员.*请另一位工作人员在“人员”里收回您的权限/],
  ['last', /邀请另一位.*收回您的权限/],
])('staff (%s) are told who has to take the role back first, and have no button to go on', async (staff, words) => {
  serve({ 'member.eraseLook': { data: { ...OUTLOOK, roles: ['工会工作人员'], staff } } });
  render(<Erase />);
  await pass(10);

  expect(screen.getByTestId('still-staff').textContent).toMatch(words);
  expect(screen.queryByTestId('erase-next')).toBeNull();
});
