import { act, render } from '@testing-library/react';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import App from '../../../../src/app';
import { Page } from '../../../../src/app/page/page';
import { phone } from '../../taro';

let answer: () => void;

/** As many pages are: one frame until the answer is there, and another one with it. */
function Late() {
  const [known, setKnown] = useState(false);
  answer = () => setKnown(true);
  return known ? <Known /> : <Page title="请稍候" />;
}
const Known = () => <Page title="茶艺一班" />;

test('a page that lies under another one does not rename the one on top', () => {
  const named = jest.spyOn(Taro, 'setNavigationBarTitle');
  render(<App>{[<Late key="below" />]}</App>);
  act(() => phone.hide());
  named.mockClear();

  act(() => answer());
  expect(named).not.toHaveBeenCalled();

  act(() => phone.show());
  expect(named).toHaveBeenCalledWith({ title: '茶艺一班' });
});
