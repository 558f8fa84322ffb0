import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MINUTE } from '../../../../domain/base/clock';
import { FollowMe } from '../../../../src/features/telling/follow-me';
import { follows, messages } from '../../../../src/app/known/member';
import { batch, STROKE } from '../../sample';
import { serve } from '../../server';
import { phone } from '../../taro';

const mockAsked = jest.fn<Promise<{ accepted: string[]; off: boolean }>, [readonly string[]]>();
jest.mock('../../../../src/features/telling/ask-messages', () => ({
  canAsk: true,
  askForMessages: (ids: readonly string[]) => mockAsked(ids),
}));

const pass = () => act(() => new Promise(resolve => setTimeout(resolve, 10)));
const known = (left = {}) => ({ data: { templates: { opening: 'T1' }, left } });
const none = { data: { batchIds: [] } };
async function show(now = STROKE - 30 * MINUTE) {
  render(<FollowMe batch={batch} now={now} />);
  await pass();
}
const tap = async () => {
  fireEvent.click(screen.getByTestId('follow-me-turn'));
  await pass();
};

beforeEach(() => {
  phone.reset();
  mockAsked.mockReset();
  messages.store.setState({ data: undefined, savedAt: 0, failed: undefined });
  follows.store.setState({ data: undefined, savedAt: 0, failed: undefined });
});
afterEach(cleanup);

test('WeChat is asked at this tap, the wish is kept whatever the person says there, and can be undone', async () => {
  const server = serve({
    'member.follows': none,
    'member.messages': known(),
    'member.follow': input => ({ data: { follows: input.on } }),
  });
  mockAsked.mockResolvedValue({ accepted: [], off: false });
  await show();

  await tap();
  expect(mockAsked.mock.calls).toEqual([[['T1']]]);
  expect(server.calls.at(-1)).toMatchObject({ endpoint: 'member.follow', input: { batchId: 'b1', on: true } });
  expect(screen.getByText('开放前会提醒您')).toBeTruthy();
  expect(screen.getByText('小程序的消息里会告诉您。')).toBeTruthy();

  await tap();
  expect(server.calls.at(-1)).toMatchObject({ input: { on: false } });
  expect(screen.getByText('开放前提醒您吗？')).toBeTruthy();
  expect(mockAsked).toHaveBeenCalledTimes(1);
});

test('a consent is written down and said', async () => {
  const server = serve({
    'member.follows': none,
    'member.messages': known(),
    'member.consent': { data: { consents: { opening: 1 } } },
    'member.follow': { data: { follows: true } },
  });
  mockAsked.mockResolvedValue({ accepted: ['T1'], off: false });
  await show();

  await tap();

  expect(server.asked('member.consent')).toBe(1);
  expect(screen.getByText('小程序和微信都会告诉您。')).toBeTruthy();
});

test('who has agreed already is not asked again', async () => {
  serve({
    'member.follows': none,
    'member.messages': known({ opening: 1 }),
    'member.follow': { data: { follows: true } },
  });
  await show();

  await tap();

  expect(mockAsked).not.toHaveBeenCalled();
});

test('what could not be kept is not pretended', async () => {
  serve({
    'member.follows': none,
    'member.messages': { data: { templates: {}, left: {} } },
    'member.follow': { refuse: 'BATCH_NOT_FOUND' },
  });
  await show();

  await tap();

  expect(screen.getByText(/没有找到这一期/)).toBeTruthy();
  expect(screen.getByText('提醒我')).toBeTruthy();
});

test('in the last minutes nothing is offered', async () => {
  serve({ 'member.follows': none, 'member.messages': known() });
  await show(STROKE - MINUTE);

  expect(screen.queryByTestId('follow-me')).toBeNull();
});
