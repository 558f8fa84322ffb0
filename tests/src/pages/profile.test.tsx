import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import ProfilePage from '../../../src/packages/me/profile/index';
import { phoneOutcome } from '../../../src/packages/me/profile/phone-outcome';
import { batchOf } from '../../../src/app/known/catalog';
import { claims } from '../../../src/features/line/claims';
import { me } from '../../../src/app/known/member';
import { batch, place, STROKE, tea } from '../sample';
import { serve } from '../server';
import { phone } from '../taro';

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const type = (id: string, value: string) => fireEvent.change(screen.getByTestId(id), { target: { value } });

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers();
  me.store.setState({ data: undefined, savedAt: 0, failed: undefined });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

async function open(rules: Parameters<typeof serve>[0] = {}) {
  const server = serve({ 'member.me': { data: { profile: null, roles: [] } }, ...rules });
  render(<ProfilePage />);
  await pass(10);
  return server;
}

test('what is missing is said at each field, and nothing is sent', async () => {
  const server = await open();

  fireEvent.click(screen.getByTestId('save-profile'));

  expect(screen.getByText(/请填写真实姓名/)).toBeTruthy();
  expect(screen.getByText(/请填写手机号/)).toBeTruthy();
  expect(screen.getByText(/请填写工作单位/)).toBeTruthy();
  expect(screen.getByText(/请选一项/)).toBeTruthy();
  expect(screen.getByText('还有 4 项没填好，看红字')).toBeTruthy();
  expect(server.asked('member.save')).toBe(0);
});

test('what decides comes right after the employer, which says what those without one may write', async () => {
  await open();

  const order = ['field-employer', 'field-member', 'field-district'].map(
    id => screen.getAllByTestId(new RegExp(id))[0]!,
  );
  expect(order.map((one, at) => at === 0 || (order[at - 1]!.compareDocumentPosition(one) & 4) !== 0)).toEqual([
    true,
    true,
    true,
  ]);
  expect(screen.getByText('跑外卖、开网约车的，填所在街道或行业工会')).toBeTruthy();
});

test('a fault goes as soon as its field is mended', async () => {
  await open();
  fireEvent.click(screen.getByTestId('save-profile'));

  type('field-name', '何小燕');

  expect(screen.queryByText(/请填写真实姓名/)).toBeNull();
  expect(screen.getByText(/请填写手机号/)).toBeTruthy();
});

test('a whole profile is saved as the server keeps it, and the page goes back', async () => {
  const saved = { name: '何小燕', phone: '13800001234', employer: '区人民医院', unionMember: true, membership: 'yes' };
  const server = await open({ 'member.save': { data: { profile: saved } } });
  phone.went().push('/pages/section/index');
  phone.went().push('/packages/me/profile/index');
  type('field-name', ' 何小燕 ');
  type('field-phone', '138 0000 1234');
  type('field-employer', '区人民医院');
  fireEvent.click(screen.getByTestId('field-member-yes'));

  fireEvent.click(screen.getByTestId('save-profile'));
  await pass(10);

  expect(server.calls.at(-1)).toMatchObject({ endpoint: 'member.save', input: saved });
  expect(me.store.getState().data?.profile).toEqual(saved);
  expect(phone.went().at(-1)).toBe('back');
});

test('without network the form keeps what was typed and says what happened', async () => {
  await open({ 'member.save': 'no network' });
  type('field-name', '何小燕');
  type('field-phone', '13800001234');
  type('field-employer', '区人民医院');
  fireEvent.click(screen.getByTestId('field-member-unsure'));

  fireEvent.click(screen.getByTestId('save-profile'));
  await pass(10);

  expect(screen.getByText(/网络没有连上/)).toBeTruthy();
  expect((screen.getByTestId('field-name') as HTMLInputElement).value).toBe('何小燕');
});

describe('asked for because of a class', () => {
  const old = { name: '何小燕', phone: '13800001234', employer: '区人民医院', unionMember: false };
  const came = async (kept: object | null, now: number, rules: Parameters<typeof serve>[0] = {}) => {
    jest.setSystemTime(now);
    phone.setParams({ batchId: 'b1', sectionId: 'tea' });
    batchOf('b1').store.setState({ data: { batch, sections: [tea] }, savedAt: now });
    claims.setState({}, true);
    return open({
      'member.me': { data: { profile: kept, roles: [] } },
      'member.save': input => ({ data: { profile: { ...input, unionMember: input.membership === 'yes' } } }),
      ...rules,
    });
  };
  const button = () => screen.getByTestId('save-profile');
  const choose = (answer: string) => fireEvent.click(screen.getByTestId(`field-member-${answer}`));

  test('the question is asked anew of a profile from before it, with its reason, and has no answer yet', async () => {
    const server = await came(old, STROKE + 1_000);

    expect(screen.getByTestId('profile-why').textContent).toMatch(/春季第一期只面向工会会员.*没有这一项/);
    expect(screen.queryAllByRole('button', { pressed: true })).toEqual([]);
    fireEvent.click(button());
    expect(server.asked('member.save')).toBe(0);
    expect(screen.getByText(/请选一项/)).toBeTruthy();
  });

  test('saved, it goes on with the claim, and the answer takes its place', async () => {
    const server = await came(old, STROKE + 1_000, {
      'line.claim': { data: { place: place('tea', 'SEATED', 9), already: false, clearedSectionIds: [] } },
    });

    choose('yes');
    expect(button().textContent).toBe('保存并报名茶艺一班');
    fireEvent.click(button());
    await pass(50);

    expect(server.calls.map(one => one.endpoint)).toEqual(['member.me', 'member.save', 'line.claim']);
    expect(phone.went()).toEqual(['/pages/answer/index?batchId=b1&sectionId=tea']);
  });

  test.each(['no', 'unsure'])(
    'the answer %s rules the batch out: said before it is saved, and nothing is claimed',
    async answer => {
      const server = await came(old, STROKE + 1_000);

      choose(answer);
      expect(button().textContent).toBe('保存');
      expect(screen.getByTestId('profile-why-not').textContent).toMatch(/报不了.*怎样入会/);
      fireEvent.click(button());
      await pass(50);

      expect(server.asked('member.save')).toBe(1);
      expect(server.asked('line.claim')).toBe(0);
    },
  );

  test('before the opening it is saved, and goes back to wait', async () => {
    const server = await came(old, STROKE - 60_000);
    phone.went().push('/pages/section/index', '/packages/me/profile/index');

    choose('yes');
    expect(button().textContent).toBe('保存');
    fireEvent.click(button());
    await pass(50);

    expect(server.asked('line.claim')).toBe(0);
    expect(phone.went().at(-1)).toBe('back');
  });
});

describe('the number of the WeChat account', () => {
  test.each([
    [{ code: 'c1' }, { code: 'c1' }],
    [{ errMsg: 'getPhoneNumber:fail user deny' }, 'declined'],
    [{ errMsg: 'getPhoneNumber:fail privacy permission is not authorized' }, 'declined'],
    [{ errMsg: 'getPhoneNumber:fail no quota', errno: 1400001 }, 'unavailable'],
    [{ errMsg: 'getPhoneNumber:ok' }, 'unavailable'],
  ])('%j means %j', (detail, outcome) => {
    expect(phoneOutcome(detail)).toEqual(outcome);
  });

  test('is offered nowhere before the form, and in a browser not at all', async () => {
    await open();
    expect(screen.queryByTestId('phone-offer')).toBeNull();
  });
});
