import { act, cleanup, render } from '@testing-library/react';
import Taro from '@tarojs/taro';
import { homeCard, sectionCardOf, type ShareCard } from '../../../../src/features/link/cards';
import { useShare } from '../../../../src/features/link/use-share.weapp';
import { guqin, tea } from '../../sample';
import { shared } from '../../taro';

/** The weapp half, on a canvas that only remembers: phones draw, this says what WeChat is told. */
const made: { width: number; height: number; commands: string[] }[] = [];
const taro = Taro as unknown as Record<string, unknown>;
const ctxOf = (commands: string[]) =>
  new Proxy({} as Record<string, unknown>, {
    get: (kept, name: string) => kept[name] ?? (() => void commands.push(name)),
    set: (kept, name: string, value) => ((kept[name] = value), true),
  });

jest.mock('../../../../src/ui/drawing/surface', () => jest.requireActual('../../../../src/ui/drawing/surface.weapp'));

beforeEach(() => {
  taro['createOffscreenCanvas'] = ({ width, height }: { width: number; height: number }) => {
    const commands: string[] = [];
    made.push({ width, height, commands });
    return { getContext: () => ctxOf(commands) };
  };
  taro['canvasToTempFilePath'] = async () => ({ tempFilePath: `wxfile://card-${made.length}.png` });
});
afterEach(cleanup);

async function share(card: ShareCard) {
  const Page = () => {
    useShare(card);
    return null;
  };
  render(<Page />);
  await act(async () => undefined);
  await act(async () => undefined);
}

test('a section: the chat gets title, path and a picture of 5 to 4, 朋友圈 the same with a query', async () => {
  await share(sectionCardOf(tea));

  const { width, height, commands } = made[made.length - 1]!;
  expect(width / height).toBe(5 / 4);
  expect(commands).toContain('fill');
  const imageUrl = expect.stringMatching(/^wxfile/);
  const title = '茶艺一班，周三 19:00–20:30';
  expect(shared.message!()).toEqual({ title, path: '/pages/section/index?batchId=b1&sectionId=tea', imageUrl });
  expect(shared.timeline!()).toEqual({ title, query: 'batchId=b1&sectionId=tea', imageUrl });
});

test('the same windows are drawn once', async () => {
  const before = made.length;
  await share(sectionCardOf(tea));
  cleanup();
  await share(sectionCardOf(tea));

  expect(made.length).toBe(before);
});

test('a phone that cannot draw passes the card on without a picture of ours', async () => {
  taro['createOffscreenCanvas'] = () => {
    throw new Error('not there');
  };
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  await share(sectionCardOf(guqin));

  expect(shared.message!()).toEqual({ title: '古琴一班，周三 19:00–20:30', path: expect.stringContaining('guqin') });
});

test('home has no parameters', async () => {
  await share(homeCard());

  expect(shared.message!()).toMatchObject({ path: '/pages/home/index' });
  expect(shared.timeline!()).toMatchObject({ query: '' });
});
