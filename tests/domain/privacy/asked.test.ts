import { ASKED, askedBy } from '../../../domain/privacy/asked';

test.each([
  ['button.getPhoneNumber', ASKED['getPhoneNumber']],
  ['wx.addPhoneCalendar', ASKED['addPhoneCalendar']],
  ['wx.addPhoneRepeatCalendar', undefined],
  ['getLocation'.toLowerCase(), ASKED['getLocation']],
  ['', undefined],
])('WeChat calls it %s', (referrer, asked) => {
  expect(askedBy(referrer)).toBe(asked);
});
