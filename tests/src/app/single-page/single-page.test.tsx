import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ComponentType } from 'react';
import type { EndpointName } from '../../../../domain/api';
import { functionWithoutIdentity } from '../../../../domain/functions';
import BatchPage from '../../../../src/pages/batch/index';
import HomePage from '../../../../src/pages/home/index';
import SectionPage from '../../../../src/pages/section/index';
import { batches, batchOf } from '../../../../src/app/known/catalog';
import { batch, guqin, STROKE, tea } from '../../sample';
import { phone } from '../../taro';

/** 单页模式: the app as 朋友圈 opens it, here by `single=1` in the address of the local build. */
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
let asked: { endpoint: EndpointName; header: Record<string, string> }[];
const isPublic = ({ endpoint }: (typeof asked)[number]) => functionWithoutIdentity(endpoint) === 'open';

beforeEach(() => {
  phone.reset();
  process.env.HG_LOCAL = '1';
  asked = [];
  jest.useFakeTimers({ now: STROKE - 3_600_000 });
  batchOf('b1').store.setState({ data: undefined, savedAt: 0, failed: undefined });
  batches.store.setState({ data: undefined, savedAt: 0, failed: undefined });
  phone.serve(async ({ data, header = {} }) => {
    const { endpoint } = data as { endpoint: EndpointName };
    asked.push({ endpoint, header });
    const now = Date.now();
    if (endpoint === 'catalog.batch')
      return { statusCode: 200, data: { ok: true, data: { batch, sections: [tea, guqin] }, now } };
    if (endpoint === 'catalog.batches')
      return { statusCode: 200, data: { ok: true, data: { batches: [batch], countedAt: now }, now } };
    return { statusCode: 200, data: { ok: false, code: 'NO_IDENTITY', message: '没有认出您是谁', now } };
  });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
  window.location.hash = '';
  delete process.env.HG_LOCAL;
});

async function open(Page: ComponentType, page: string, params: Record<string, string>) {
  window.location.hash = `#/${page}?single=1`;
  phone.setParams(params);
  const { container } = render(<Page />);
  await pass(20_000);
  return container;
}

const PAGES: [string, ComponentType, string, Record<string, string>, string][] = [
  ['home', HomePage, 'pages/home/index', {}, '春季第一期'],
  ['a batch', BatchPage, 'pages/batch/index', { batchId: 'b1' }, '茶艺'],
  ['a section', SectionPage, 'pages/section/index', { batchId: 'b1', sectionId: 'tea' }, '每周三 19:00–20:30'],
];

test.each(PAGES)(
  '%s is read without identity, asks for nothing else, and says how to go on',
  async (_, Page, page, params, words) => {
    const container = await open(Page, page, params);

    expect(container.textContent).toContain(words);
    expect(screen.getByTestId('enter-hint').textContent).toContain('在微信里打开小程序');
    expect(asked.every(isPublic)).toBe(true);
    expect(asked.length).toBeGreaterThan(0);
    for (const { header } of asked) {
      expect(header['x-wx-identityless']).toBe('true');
      expect(header['x-wx-openid']).toBeUndefined();
    }
  },
);

test.each(PAGES)(
  '%s: whatever is tapped, no other page is opened, and there is no act',
  async (_, Page, page, params) => {
    const container = await open(Page, page, params);

    for (const one of container.querySelectorAll('*')) fireEvent.click(one);
    await pass(1_000);

    expect(phone.went()).toEqual([]);
    expect(container.querySelector('.dock')).toBeNull();
    expect(screen.queryByTestId('share')).toBeNull();
    expect(asked.every(isPublic)).toBe(true);
  },
);

test.each(PAGES)(
  '%s: where the platform lets nothing be asked, it says to open the app',
  async (_, Page, page, params) => {
    phone.serve(async () => ({ statusCode: 403, data: {} }));
    await open(Page, page, params);

    expect(screen.getByTestId('enter-instead').textContent).toContain('前往小程序');
  },
);

test('the control: outside of it the section page has its act and asks who I am', async () => {
  phone.setParams({ batchId: 'b1', sectionId: 'tea' });
  const { container } = render(<SectionPage />);
  await pass(20_000);

  expect(screen.queryByTestId('enter-hint')).toBeNull();
  expect(container.querySelector('.dock')).not.toBeNull();
  expect(asked.some(one => !one.endpoint.startsWith('catalog.'))).toBe(true);
});
