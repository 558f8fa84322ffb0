import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { PhoneFromWechat } from '../../../src/packages/me/profile/phone-from-wechat';
import type { PhoneOutcome } from '../../../src/packages/me/profile/phone-outcome';
import { serve } from '../server';
import { phone } from '../taro';

let mockOutcome: PhoneOutcome;
jest.mock('../../../src/packages/me/profile/phone-button', () => ({
  canAskPhone: true,
  PhoneButton: ({ onOutcome }: { onOutcome: (given: PhoneOutcome) => void }) => (
    <button data-testid="wechat" onClick={() => onOutcome(mockOutcome)} />
  ),
}));

const taken: string[] = [];
async function tap(next: PhoneOutcome, rules: Parameters<typeof serve>[0] = {}) {
  mockOutcome = next;
  const server = serve(rules);
  render(<PhoneFromWechat onPhone={number => taken.push(number)} />);
  await act(async () => fireEvent.click(screen.getByTestId('wechat')));
  return server;
}
beforeEach(() => {
  phone.reset();
  taken.length = 0;
});
afterEach(cleanup);

test('the code goes to the server, the number into the form, and nothing is saved by it', async () => {
  const server = await tap({ code: 'c1' }, { 'member.phone': { data: { phone: '13594218830' } } });

  expect(taken).toEqual(['13594218830']);
  expect(server.calls.map(one => one.endpoint)).toEqual(['member.phone']);
  expect(screen.getByTestId('phone-said').textContent).toMatch(/保存以后才会记下/);
});

test('who says no is not asked again, and nothing was sent', async () => {
  const server = await tap('declined');

  expect(screen.queryByTestId('phone-offer')).toBeNull();
  expect(server.calls).toEqual([]);
});

test.each([
  ['a code that is too old', { refuse: 'PHONE_CODE_OLD' } as const],
  ['a number that is not to be had', { refuse: 'PHONE_UNAVAILABLE' } as const],
])('%s: by hand, said in a sentence, and it may be tried again', async (_, doing) => {
  await tap({ code: 'c1' }, { 'member.phone': doing });

  expect(taken).toEqual([]);
  expect(screen.getByTestId('phone-said').textContent).toMatch(/自己填/);
  expect(screen.getByTestId('wechat')).toBeTruthy();
});

test('without network the field is still there to be filled in', async () => {
  await tap({ code: 'c1' }, { 'member.phone': 'no network' });
  expect(screen.getByTestId('phone-said').textContent).toMatch(/网络没有连上/);
});
