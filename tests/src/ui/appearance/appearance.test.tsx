import { act, renderHook } from '@testing-library/react';
import { phone } from '../../taro';

// In WeChat: jest takes the browser's file by itself.
jest.mock('../../../../src/ui/appearance/system-appearance', () =>
  jest.requireActual('../../../../src/ui/appearance/system-appearance.weapp'),
);

import { setLarge, useAppearance } from '../../../../src/ui/appearance/appearance';

beforeEach(() => {
  phone.reset();
  phone.setBase({});
});

const shown = () => renderHook(useAppearance).result;

test.each([
  ['the usual letters', 1, false],
  ['a step larger', 18 / 17, false],
  ['the fourth step of a 375 phone', 22 / 17, true],
  ['关怀模式', 23.8 / 17, true],
])('%s', (_, fontSizeScaleFactor, large) => {
  act(() => phone.setBase({ theme: 'light', fontSizeScaleFactor }));

  expect(shown().current).toEqual({ dark: false, large });
});

test('a base library that says nothing of letters and themes: the usual ones, by day', () => {
  expect(shown().current).toEqual({ dark: false, large: false });
});

test('a base library before 2.20.1 opens the app, and says what it knows', () => {
  const wechat = jest.requireActual<{ default: { getAppBaseInfo?: unknown } }>('../../taro').default;
  const later = wechat.getAppBaseInfo;
  delete wechat.getAppBaseInfo;
  try {
    act(() => phone.setBase({ theme: 'dark', fontSizeScaleFactor: 1.4 }));

    expect(shown().current).toEqual({ dark: true, large: true });
  } finally {
    wechat.getAppBaseInfo = later;
  }
});

test('the settings of WeChat change while the app is away: it comes back with them', () => {
  const seen = shown();

  act(() => phone.setBase({ theme: 'dark', fontSizeScaleFactor: 1.4 }));

  expect(seen.current).toEqual({ dark: true, large: true });
});

test('what a person chose by hand goes before what the system says', () => {
  const seen = shown();
  act(() => phone.setBase({ fontSizeScaleFactor: 1.4 }));

  act(() => setLarge(false));
  act(() => phone.setBase({ theme: 'dark', fontSizeScaleFactor: 1.4 }));

  expect(seen.current).toEqual({ dark: true, large: false });
});
