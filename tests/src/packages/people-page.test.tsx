import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { RoleHolder } from '../../../domain/api';
import { openAppeals } from '../../../src/app/known/staff';
import People from '../../../src/packages/staff/people/index';
import { me } from '../../../src/app/known/member';
import { serve } from '../server';
import { phone } from '../taro';

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const holder = (part: Partial<RoleHolder>): RoleHolder =>
  ({ memberId: 'm', name: '李娜', phone: '138****0002', roles: ['staff'], isMe: false, ...part }) as RoleHolder;
const MISSING = { name: '王洋', organisation: '渝西学校', classes: ['古琴一班'], invited: false };

/** 人员, as 王敏 of the staff sees it. */
async function open() {
  const server = serve({
    'member.me': { data: { profile: { name: '王敏', employer: '区总工会' }, roles: ['staff'] } },
    'attendance.appeals': { data: { appeals: [{ appealId: 'a1' }, { appealId: 'a2' }], more: false } },
    'invite.list': {
      data: {
        invites: [],
        people: [holder({ memberId: 'me', name: '王敏', isMe: true }), holder({ memberId: 'm2' })],
        missing: [MISSING, { ...MISSING, name: '陈静', classes: ['合唱一班'], invited: true }],
      },
    },
    'invite.dismiss': { data: { roles: [] } },
  });
  render(<People />);
  await pass(100);
  return server;
}

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers();
  const unknown = { data: undefined, savedAt: 0, failed: undefined };
  me.store.setState(unknown);
  openAppeals.store.setState(unknown);
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

test('nobody takes their own role back; of a colleague it is asked why', async () => {
  const server = await open();
  const [own, other] = screen.getAllByTestId('holder-staff');
  expect(own!.textContent).toMatch(/王敏.*您自己/);
  expect(within(own!).queryByText('收回权限')).toBeNull();

  fireEvent.click(within(other!).getByText('收回权限'));
  expect(screen.getByText('收回李娜的工会工作人员权限')).toBeTruthy();
  expect(screen.getByText('马上生效，对方下一次打开就看不到了。以后可以再邀请。')).toBeTruthy();
  fireEvent.click(screen.getByTestId('dismiss-now'));
  await pass(50);
  expect(screen.getByText('请写一句原因，会记在操作记录里')).toBeTruthy();
  expect(server.asked('invite.dismiss')).toBe(0);
  fireEvent.change(screen.getByTestId('dismiss-reason'), { target: { value: '调走了' } });
  fireEvent.click(screen.getByTestId('dismiss-now'));
  await pass(50);

  expect(server.calls.find(one => one.endpoint === 'invite.dismiss')?.input).toMatchObject({
    memberId: 'm2',
    role: 'staff',
    reason: '调走了',
  });
});

test('teachers who cannot see their classes are named, and invited with one tap', async () => {
  await open();
  expect(screen.getAllByTestId('missing-instructor').map(one => one.textContent)).toEqual([
    '王洋 渝西学校古琴一班，还看不到自己的班邀请',
    '陈静 渝西学校合唱一班，已发邀请码，还没用',
  ]);

  fireEvent.click(screen.getByTestId('invite-missing'));

  expect((screen.getByTestId('invite-name') as HTMLInputElement).value).toBe('王洋');
  expect((screen.getByTestId('invite-organisation') as HTMLInputElement).value).toBe('渝西学校');
});

test('an invitation that is not to be made after all is put away with one tap', async () => {
  const server = await open();
  fireEvent.click(screen.getByText('邀请一个人'));

  fireEvent.click(screen.getByText('取消'));
  await pass(50);

  expect(screen.queryByRole('dialog')).toBeNull();
  expect(server.asked('invite.create')).toBe(0);
});

test('appeals that wait are counted beside 考勤, whatever page of the desk is open', async () => {
  await open();

  const badge = within(screen.getByTestId('room-attendance')).getByLabelText('2 条申诉等您答复');
  expect(badge.textContent).toBe('2');
});
