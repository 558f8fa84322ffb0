import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { askForMessages as askWeChat } from '../../../../src/features/telling/ask-messages.weapp';
import type { PushKind } from '../../../../domain/model';
import { TellMe } from '../../../../src/features/telling/tell-me';
import { messages } from '../../../../src/app/known/member';
import { serve } from '../../server';
import { phone } from '../../taro';

const mockAsked = jest.fn<Promise<{ accepted: string[]; off: boolean }>, [readonly string[]]>();
jest.mock('../../../../src/features/telling/ask-messages', () => ({
  canAsk: true,
  askForMessages: (ids: readonly string[]) => mockAsked(ids),
}));

const pass = () => act(() => new Promise(resolve => setTimeout(resolve, 10)));
const known = (left = {}) => ({ data: { templates: { promoted: 'T1' }, left } });
async function show(...kinds: PushKind[]) {
  render(<TellMe kinds={kinds.length > 0 ? kinds : ['promoted']} when="轮到您时" />);
  await pass();
}
const tap = async () => {
  fireEvent.click(screen.getByTestId('tell-me-turn'));
  await pass();
};

beforeEach(() => {
  phone.reset();
  mockAsked.mockReset();
  messages.store.setState({ data: undefined, savedAt: 0, failed: undefined });
});
afterEach(cleanup);

test('one consent is one message: it is written into the ledger, and what is left is shown', async () => {
  const server = serve({ 'member.messages': known(), 'member.consent': { data: { consents: { promoted: 1 } } } });
  mockAsked.mockResolvedValue({ accepted: ['T1'], off: false });
  await show();

  await tap();

  expect(mockAsked).toHaveBeenCalledWith(['T1']);
  expect(server.calls.at(-1)).toMatchObject({ endpoint: 'member.consent', input: { kinds: ['promoted'] } });
  expect(screen.getByText('轮到您时，微信会告诉您')).toBeTruthy();
  expect(screen.getByText('已同意 1 次，用一次少一次。')).toBeTruthy();
});

test.each([
  ['a no', { accepted: [], off: false }, /没有同意也没关系/],
  ['messages switched off as a whole', { accepted: [], off: true }, /微信里关掉了通知/],
])('%s is no consent, and the way on is said', async (_, answer, text) => {
  const server = serve({ 'member.messages': known() });
  mockAsked.mockResolvedValue(answer);
  await show();

  await tap();

  expect(server.asked('member.consent')).toBe(0);
  expect(screen.getByText(text)).toBeTruthy();
});

test('a consent that could not be written down is not pretended', async () => {
  serve({ 'member.messages': known(), 'member.consent': 'no network' });
  mockAsked.mockResolvedValue({ accepted: ['T1'], off: false });
  await show();

  await tap();

  expect(screen.getByText(/没能记下来/)).toBeTruthy();
  expect(screen.getByText('轮到您时，要微信告诉您吗？')).toBeTruthy();
});

test('nothing is offered for which the union has no template', async () => {
  serve({ 'member.messages': known() });

  await show('changed');

  expect(screen.queryByTestId('tell-me')).toBeNull();
});

test('several kinds are asked for in one dialogue, and only what was agreed to is written down', async () => {
  const templates = { changed: 'T2', tomorrow: 'T3' };
  const server = serve({
    'member.messages': { data: { templates, left: {} } },
    'member.consent': { data: { consents: { tomorrow: 1 } } },
  });
  mockAsked.mockResolvedValue({ accepted: ['T3'], off: false });
  await show('changed', 'tomorrow', 'promoted');

  await tap();

  expect(mockAsked.mock.calls).toEqual([[['T2', 'T3']]]);
  expect(server.calls.at(-1)).toMatchObject({ endpoint: 'member.consent', input: { kinds: ['tomorrow'] } });
});

describe('WeChat', () => {
  test.each([
    [{ T1: 'accept', T2: 'reject' }, ['T1']],
    [{ T1: 'ban', T2: 'filter' }, []],
    [{ errMsg: 'requestSubscribeMessage:ok' }, []],
  ])('%j', async (answer, accepted) => {
    phone.answerAboutMessages(answer);

    expect(await askWeChat(['T1', 'T2'])).toEqual({ accepted, off: false });
  });

  test('the main switch is off', async () => {
    phone.answerAboutMessages({ errCode: 20004 });

    expect(await askWeChat(['T1'])).toEqual({ accepted: [], off: true });
  });
});
