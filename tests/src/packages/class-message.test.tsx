import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MessageSheet } from '../../../src/features/roll/message-sheet';
import { section } from '../sample';
import { serve } from '../server';
import { phone } from '../taro';

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers();
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});
const send = async () => {
  await act(() => jest.advanceTimersByTimeAsync(1_000));
  fireEvent.click(screen.getByTestId('message-send'));
  await act(() => jest.advanceTimersByTimeAsync(50));
};
const type = (value: string) => fireEvent.change(screen.getByTestId('message-text'), { target: { value } });

test('nothing to say is not sent; what is refused stays in the field; what is sent closes the sheet', async () => {
  const server = serve({
    'roll.message': ({ text }) =>
      String(text).includes('.cn') ? { refuse: 'MESSAGE_HAS_LINK' } : { data: { told: 3, left: 1 } },
  });
  const onClose = jest.fn();
  render(<MessageSheet section={section({ sectionId: 'tea' })} onClose={onClose} />);

  await send();
  expect(screen.getByText('请写要通知的话')).toBeTruthy();
  type('看 a.cn');
  await send();
  expect(screen.getByText('通知里不能放网址和链接，请改成文字')).toBeTruthy();
  expect((screen.getByTestId('message-text') as HTMLInputElement).value).toBe('看 a.cn');
  expect(onClose).not.toHaveBeenCalled();
  type(' 带茶杯 ');
  await send();

  expect(server.calls.map(one => one.input.text)).toEqual(['看 a.cn', '带茶杯']);
  expect(onClose).toHaveBeenCalled();
});
