import { act, render, screen } from '@testing-library/react';
import { SaidBar } from '../../../../src/app/page/said-bar';
import { go } from '../../../../src/app/way/go';
import { addressOf } from '../../../../domain/link/routes';
import { phone } from '../../taro';

const ANSWER = addressOf('answer', { batchId: 'b1', sectionId: 's1' });
const refusals = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
const settled = () => act(async () => new Promise(resolve => setTimeout(resolve)));

beforeEach(() => {
  phone.reset();
  refusals.mockClear();
});

test('a page that WeChat does not lay on the others takes the place of the visible one', async () => {
  phone.refuse('navigateTo');

  go.answer('b1', 's1');
  await settled();

  expect(phone.went()).toEqual([ANSWER]);
  expect(refusals).toHaveBeenCalledWith('A way was refused.', { errMsg: 'navigateTo:fail' });
});

test('a tab, and the way back, have a second way too', async () => {
  phone.refuse('switchTab', 'navigateBack');

  go.mine();
  go.back();
  await settled();

  expect(phone.went()).toEqual([addressOf('mine', {}), addressOf('home', {})]);
});

test('if WeChat refuses every way, the person is told', async () => {
  phone.refuse('navigateTo', 'redirectTo', 'reLaunch');
  render(<SaidBar docked={false} />);

  go.answer('b1', 's1');
  await settled();

  expect(phone.went()).toEqual([]);
  expect(screen.getByText(/没能打开/)).toBeTruthy();
});
