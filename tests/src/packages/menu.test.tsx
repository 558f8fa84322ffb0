import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { Ask, DraftView, MenuList, MyMenuItem } from '../../../domain/api';
import { askNow } from '../../../domain/menu/asked';
import { asks, myMenu } from '../../../src/features/menu/known';
import { me } from '../../../src/app/known/member';
import Menu from '../../../src/packages/instructor/menu/index';
import { AskLine } from '../../../src/packages/staff/draft/ask-line';
import MenuDesk from '../../../src/packages/staff/menu/index';
import { menuFor } from '../../../src/packages/staff/menu/known';
import { draftSection, NOW } from '../../domain/draft/drafts';
import { serve } from '../server';
import { phone } from '../taro';

const unknown = { data: undefined, savedAt: 0, failed: undefined };
beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: NOW });
  asks.store.setState(unknown);
  myMenu.store.setState(unknown);
  menuFor('').store.setState(unknown);
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const tap = (testId: string) => fireEvent.click(screen.getByTestId(testId));
const type = (testId: string, value: string) => fireEvent.change(screen.getByTestId(testId), { target: { value } });
const textOf = (testId: string) => screen.getByTestId(testId).textContent!;

const section = draftSection('0001', { name: '一班', instructor: '李文秀' });
const ask: Ask = {
  draftId: 'b-1',
  key: '0001',
  course: section.course,
  category: section.category,
  name: section.name,
  organisation: section.organisation,
  instructor: section.instructor,
  place: section.place,
  schedule: section.schedule,
  lessons: section.lessons,
  capacity: section.capacity,
  at: 7,
  answer: null,
  answeredAt: null,
};
const item: MyMenuItem = {
  menuId: 'o-a',
  organisation: '渝西茶艺培训学校',
  instructor: '',
  course: '茶艺提高班',
  category: 'tea',
  about: '',
  least: 12,
  most: 24,
  when: ['4e'],
  minutes: 90,
  lessons: 8,
  needs: '',
  cost: null,
  state: 'offered',
  at: NOW,
  revision: 3,
};
const author = { organisation: '渝西茶艺培训学校', instructor: '', organisations: [] };
const served = async (change: Parameters<typeof serve>[0] = {}) => {
  const server = serve({
    'menu.asks': { data: { asks: [ask] } },
    'menu.mine': { data: { items: [item], author } },
    ...change,
  });
  render(<Menu />);
  await pass(10);
  return server;
};
const inputOf = (server: ReturnType<typeof serve>, endpoint: string) =>
  server.calls.find(one => one.endpoint === endpoint)?.input;

describe('有人问', () => {
  test('an ask shows its time and place; an answer goes with the instant of the ask', async () => {
    const server = await served({ 'menu.answer': { data: { answer: 'yes' } } });
    expect(textOf('ask-0001')).toContain('每周三 19:00–20:30');
    expect(textOf('ask-0001')).toContain('3月10日 周三起，共 3 次');

    tap('ask-yes');
    type('answer-text', ' 请备水 ');
    tap('answer-send');
    await pass(10);
    expect(inputOf(server, 'menu.answer')).toMatchObject({
      draftId: 'b-1',
      key: '0001',
      at: 7,
      yes: true,
      text: '请备水',
    });
    expect(textOf('menu-said')).toContain('茶艺一班可以承办');
  });

  test.each([
    ['ASK_ANSWERED' as const, { answer: 'no' }, '您的同事刚才答复过了：承办不了'],
    ['ASK_CHANGED' as const, undefined, '工会刚改过这个班'],
  ])('%s: it says so and shows what holds now', async (refuse, details, words) => {
    const server = await served({ 'menu.answer': { refuse, details } });
    tap('ask-no');
    tap('answer-send');
    await pass(10);

    expect(screen.getByText(new RegExp(words))).toBeTruthy();
    expect(server.asked('menu.asks')).toBe(2);
  });

  test('an answered one says what was said, and how to change it', async () => {
    await served({ 'menu.asks': { data: { asks: [{ ...ask, answer: 'no', answeredAt: NOW, text: '那天有课' }] } } });

    expect(textOf('ask-said')).toContain('答复：承办不了那天有课要改，请联系工会再问一次');
    expect(screen.queryByTestId('ask-yes')).toBeNull();
  });
});

describe('我的菜单', () => {
  test('what is missing is said beside its field, and nothing is sent', async () => {
    const server = await served({ 'menu.save': { data: { menuId: 'o-b' } } });
    fireEvent.click(screen.getByText('我的菜单'));
    tap('add-item');
    tap('item-send');
    expect(server.asked('menu.save')).toBe(0);
    for (const words of ['请写课名', '请至少选一个方便的时间']) expect(screen.getByText(words)).toBeTruthy();

    type('item-course', '古琴');
    type('item-least', '30');
    type('item-most', '20');
    type('item-lessons', '10');
    tap('hour-3e');
    tap('item-send');
    expect(screen.getByText('不能比最少人数还少')).toBeTruthy();
    type('item-most', '40');
    tap('item-send');
    await pass(10);
    expect(inputOf(server, 'menu.save')).toMatchObject({
      menuId: null,
      course: '古琴',
      organisation: '渝西茶艺培训学校',
      least: 30,
      most: 40,
      lessons: 10,
      minutes: 90,
      when: ['3e'],
      cost: null,
    });
  });

  test('withdrawn with one tap, and put back with another', async () => {
    const server = await served({ 'menu.withdraw': { data: { menuId: 'o-a' } } });
    fireEvent.click(screen.getByText('我的菜单'));
    tap('turn-item');
    await pass(10);
    expect(textOf('item-o-a')).toContain('已撤下');

    tap('turn-item');
    await pass(10);
    expect(textOf('item-o-a')).not.toContain('已撤下');
    expect(server.calls.filter(one => one.endpoint === 'menu.withdraw').map(one => one.input.withdrawn)).toEqual([
      true,
      false,
    ]);
  });
});

describe('the desk', () => {
  const staffItem = { ...item, cost: 4800 };
  const list: MenuList = {
    items: [staffItem, { ...staffItem, menuId: 'o-b', course: '合唱', category: 'choir' }],
    wish: null,
    drafts: [{ draftId: 'd1', title: '春季第二期', revision: 7 }],
  };

  test('items of one category, and one of them into a draft', async () => {
    me.store.setState({ data: { roles: ['staff'], profile: null } as never, savedAt: Date.now() });
    const server = serve({ 'menu.list': { data: list }, 'menu.take': { data: { draftId: 'd1' } } });
    render(<MenuDesk />);
    await pass(10);
    fireEvent.click(screen.getByRole('tab', { name: '茶艺' }));
    expect(screen.queryByTestId('menu-o-b')).toBeNull();
    expect(textOf('menu-o-a')).toContain('12–24 人，8 次，每次 90 分钟，一个班 4800 元');

    tap('menu-o-a');
    tap('take-now');
    await pass(10);
    expect(inputOf(server, 'menu.take')).toMatchObject({ menuId: 'o-a', draft: { draftId: 'd1', revision: 7 } });
  });

  test('the grid says whether somebody was asked and what they said', () => {
    const write = jest.fn();
    const line = (asked?: DraftView['sections'][number]['asked']) => {
      cleanup();
      render(<AskLine draft={{ write } as never} section={{ ...section, ...(asked ? { asked } : {}) }} now={NOW} />);
      return textOf('ask-line-0001');
    };
    const asked = askNow(section, NOW);

    expect(line()).toBe('还没有问过渝西茶艺培训学校问一声');
    tap('ask-0001');
    expect(write).toHaveBeenCalledWith('menu.ask', { key: '0001' });
    expect(line(asked)).toContain('问过渝西茶艺培训学校，等答复再问一声');
    expect(line({ ...asked, answer: 'no', text: '有课' })).toContain('答复：承办不了。有课再问一声');
    expect(line({ ...asked, answer: 'yes' })).toMatch(/答复：可以承办$/);
    expect(line({ ...asked, instructor: '别人' })).toContain('还没有问过');
  });
});
