import { act, cleanup, render, screen } from '@testing-library/react';
import Help from '../../../src/packages/me/help/index';
import { serve } from '../server';
import { phone } from '../taro';

afterEach(cleanup);

async function open(params: Record<string, string>) {
  phone.reset();
  phone.setParams(params);
  serve({ 'catalog.batches': { data: { batches: [] } } });
  render(<Help />);
  await act(async () => undefined);
}

test('the rules say by an example that lessons which only touch do not clash', async () => {
  await open({});

  expect(screen.getByText(/一节 20:00 下、一节 20:00 上，不算撞。$/)).toBeTruthy();
});

test('whoever was told that a batch is only for members reads first how to become one', async () => {
  await open({ at: 'join' });
  const [join, claim] = ['怎样入会', '报名'].map(title => screen.getByText(title));

  expect(join!.compareDocumentPosition(claim!) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});
