import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { ASKED, askedBy } from '../../../../domain/privacy/asked';
import { listenForPrivacy } from '../../../../src/app/privacy/platform.weapp';
import { PrivacySheet } from '../../../../src/app/privacy/privacy-sheet';
import { answerPrivacy, askPrivacy } from '../../../../src/app/privacy/questions';
import { phone } from '../../taro';

beforeEach(() => phone.reset());
afterEach(() => {
  cleanup();
  act(() => answerPrivacy(false));
  delete (globalThis as { wx?: unknown }).wx;
});

type Listen = (resolve: (answer: object) => void, info?: { referrer: string }) => void;
/** WeChat as far as it asks about privacy; `needs` is what it does at an act that needs a consent. */
function wechat() {
  let listen: Listen | undefined;
  (globalThis as { wx?: unknown }).wx = { onNeedPrivacyAuthorization: (next: Listen) => (listen = next) };
  listenForPrivacy(askPrivacy);
  return {
    needs: (referrer: string) => {
      const said: object[] = [];
      act(() => listen?.(answer => said.push(answer), { referrer }));
      return said;
    },
  };
}

test('says what, what for and what still works; agreed, WeChat goes on by the button that was tapped', () => {
  const { needs } = wechat();
  render(<PrivacySheet />);
  expect(screen.queryByTestId('privacy-sheet')).toBeNull();

  const said = needs('button.getPhoneNumber');
  expect(screen.getByTestId('privacy-sheet').textContent).toMatch(/要用到您的手机号.*少打 11 个数字.*可以自己填/);
  fireEvent.click(screen.getByTestId('privacy-agree'));

  expect(said).toEqual([{ event: 'exposureAuthorization' }, { event: 'agree', buttonId: 'privacy-agree' }]);
  expect(screen.queryByTestId('privacy-sheet')).toBeNull();
});

test('declined: said once what does not work, and nothing asks again before the next act', () => {
  const { needs } = wechat();
  render(<PrivacySheet />);
  const said = needs('getLocation');

  fireEvent.click(screen.getByTestId('privacy-decline'));

  expect(said.at(-1)).toEqual({ event: 'disagree' });
  expect(screen.getByTestId('privacy-declined').textContent).toMatch(/不开位置照样签到/);
  fireEvent.click(screen.getByTestId('privacy-ok'));
  expect(screen.queryByTestId('privacy-sheet')).toBeNull();

  needs('getLocation');
  expect(screen.getByTestId('privacy-sheet')).toBeTruthy();
});

test('several that wait at once get one answer', () => {
  const { needs } = wechat();
  render(<PrivacySheet />);
  const [one, other] = [needs('getLocation'), needs('setClipboardData')];

  fireEvent.click(screen.getByTestId('privacy-agree'));

  expect([one.at(-1), other.at(-1)]).toEqual([
    { event: 'agree', buttonId: 'privacy-agree' },
    { event: 'agree', buttonId: 'privacy-agree' },
  ]);
});

test('who wants to read first is led to the text, and nothing was agreed to', async () => {
  const { needs } = wechat();
  render(<PrivacySheet />);
  const said = needs('addPhoneCalendar');

  await act(async () => fireEvent.click(screen.getByTestId('privacy-read')));

  await waitFor(() => expect(phone.went()).toEqual(['/packages/me/privacy/index']));
  expect(said.at(-1)).toEqual({ event: 'disagree' });
});

test('a base library from before the question goes on', () => {
  (globalThis as { wx?: unknown }).wx = {};
  expect(() => listenForPrivacy(askPrivacy)).not.toThrow();
});

test('what is asked for has a name, a purpose and a way without it, by whatever name WeChat calls it', () => {
  for (const { title, why, without } of Object.values(ASKED)) expect([title, why, without]).not.toContain('');
  expect(askedBy('wx.addPhoneCalendar')?.title).toBe('日历');
  expect(askedBy('button.getPhoneNumber')?.title).toBe('手机号');
  expect(askedBy('somethingNew')).toBeUndefined();
});
