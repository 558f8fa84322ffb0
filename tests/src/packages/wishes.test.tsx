import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { MyWish, StaffWish, WishCard, WishDetail } from '../../../domain/api';
import { Again } from '../../../src/features/wish/again';
import { myWishes, wishes } from '../../../src/features/wish/known';
import { me } from '../../../src/app/known/member';
import Wishes from '../../../src/packages/me/wishes/index';
import WishDesk from '../../../src/packages/staff/wishes/index';
import { serve } from '../server';
import { phone } from '../taro';

const AT = Date.UTC(2027, 2, 1, 2);
const unknown = { data: undefined, savedAt: 0, failed: undefined };
beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: AT + 20 * 86_400_000 });
  for (const one of [wishes, myWishes]) one.store.setState(unknown);
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const tap = (testId: string) => fireEvent.click(screen.getByTestId(testId));
const type = (testId: string, value: string) => fireEvent.change(screen.getByTestId(testId), { target: { value } });
const textOf = (testId: string) => screen.getByTestId(testId).textContent!;

const card: WishCard = {
  wishId: 'w-video',
  title: '短视频剪辑',
  category: 'photo',
  voiceCount: 42,
  at: AT,
  answer: null,
  overdue: true,
  batchId: null,
};
const answered: WishCard = {
  ...card,
  wishId: 'w-zheng',
  title: '古筝',
  overdue: false,
  answer: { kind: 'planned', text: '放进下一期', at: AT + 86_400_000 },
};
const mine: MyWish = {
  ...answered,
  state: 'open',
  own: true,
  voice: { when: ['3e'], remind: true },
  steps: { proposedAt: AT, answeredAt: AT + 86_400_000, takenAt: null, openedAt: null },
};
const served = (change: Parameters<typeof serve>[0] = {}) =>
  serve({ 'wish.list': { data: { wishes: [card, answered] } }, 'wish.mine': { data: { wishes: [mine] } }, ...change });

describe('what people would like to learn', () => {
  test('each has its title, how many join, and the answer, or that there is none yet', async () => {
    served();
    render(<Wishes />);
    await pass(10);

    expect(textOf('wish-w-video')).toContain('42 人想学');
    expect(textOf('wish-w-video')).toContain('还没有答复');
    expect(textOf('wish-w-zheng')).toContain('3月2日 答复：会办放进下一期');
    expect(textOf('wish-w-zheng')).toContain('算上我了');
  });

  test('joining needs hours, at most three of which the last chosen stay', async () => {
    const server = served({ 'wish.voice': { data: { wishId: 'w-video' } } });
    render(<Wishes />);
    await pass(10);
    tap('wish-join');
    tap('voice-send');
    await pass(10);
    expect(server.asked('wish.voice')).toBe(0);
    expect(textOf('hours')).toContain('请选 1 到 3 个方便的时间');

    for (const slot of ['1m', '3e', '6m', '7a']) tap(`hour-${slot}`);
    tap('hour-6m');
    tap('voice-send');
    await pass(10);
    expect(server.calls.find(one => one.endpoint === 'wish.voice')?.input).toEqual({
      wishId: 'w-video',
      on: true,
      when: ['3e', '7a'],
      remind: true,
    });
    expect(textOf('wish-said')).toBe('“短视频剪辑”算上您了。');
  });

  test('similar ones appear while a title is typed, and one of them is a tap away', async () => {
    const server = served({ 'wish.similar': { data: { wishes: [card] } } });
    render(<Wishes />);
    await pass(10);
    tap('propose');
    type('propose-title', '剪');
    await pass(1_000);
    expect(server.asked('wish.similar')).toBe(0);
    type('propose-title', '视频');
    await pass(200);
    type('propose-title', '视频剪辑');
    await pass(500);
    expect(server.asked('wish.similar')).toBe(1);

    tap('similar-w-video');
    expect(screen.getByTestId('voice-send')).toBeTruthy();
    expect(screen.queryByTestId('propose-send')).toBeNull();
  });

  test('a proposal says what is missing, and whether staff look at it first', async () => {
    const server = served({
      'wish.propose': { data: { wishId: 'w-new', held: true } },
      'wish.similar': { data: { wishes: [] } },
    });
    render(<Wishes />);
    await pass(10);
    tap('propose');
    tap('propose-send');
    expect(server.asked('wish.propose')).toBe(0);
    expect(screen.getByText('课名写 2 到 20 个字')).toBeTruthy();

    type('propose-title', ' 游泳 ');
    tap('hour-6a');
    type('propose-why', '想学会换气');
    tap('propose-send');
    await pass(10);
    expect(server.calls.find(one => one.endpoint === 'wish.propose')?.input).toMatchObject({
      title: '游泳',
      why: '想学会换气',
      when: ['6a'],
      remind: true,
    });
    expect(textOf('wish-said')).toContain('课名要工会看一眼');
    expect(textOf('my-w-zheng')).toContain('我提的');
  });

  test('without a profile it leads to the profile', async () => {
    served({ 'wish.propose': { refuse: 'PROFILE_MISSING' }, 'wish.similar': { data: { wishes: [] } } });
    render(<Wishes />);
    await pass(10);
    tap('propose');
    type('propose-title', '游泳');
    tap('hour-6a');
    tap('propose-send');
    await pass(10);

    expect(textOf('propose-send-fault')).toContain('先填好姓名、手机和单位');
    tap('propose-profile');
    expect(phone.went().at(-1)).toContain('packages/me/profile/index');
  });

  test('mine have their steps with dates; hours can be changed, and one can withdraw', async () => {
    const server = served({ 'wish.voice': { data: { wishId: 'w-zheng' } } });
    render(<Wishes />);
    await pass(10);
    fireEvent.click(screen.getAllByTestId('wish-tab')[1]!);
    expect(textOf('wish-steps')).toBe('已提出3月1日已答复3月2日立项还没有开放还没有');
    expect(textOf('my-w-zheng')).toContain('方便的时间：周三晚上');

    tap('wish-leave');
    tap('wish-leave-now');
    await pass(10);
    expect(server.calls.find(one => one.endpoint === 'wish.voice')?.input).toEqual({
      wishId: 'w-zheng',
      on: false,
      when: [],
    });
  });

  test('nobody has proposed anything; and nothing could be fetched', async () => {
    serve({ 'wish.list': { data: { wishes: [] } }, 'wish.mine': { data: { wishes: [] } } });
    const { unmount } = render(<Wishes />);
    await pass(10);
    expect(screen.getByTestId('no-wishes')).toBeTruthy();
    unmount();

    wishes.store.setState(unknown);
    serve({ 'wish.list': 'no network', 'wish.mine': 'no network' });
    render(<Wishes />);
    await pass(10);
    expect(screen.queryByTestId('no-wishes')).toBeNull();
    expect(screen.getByTestId('wishes').textContent).toMatch(/网/);
  });
});

describe('下期给我留心', () => {
  test('one tap counts me, and says so; a failure says why', async () => {
    const server = serve({ 'wish.again': { refuse: 'WISH_FULL' } });
    const { container } = render(<Again sectionId="tea" />);
    tap('again');
    await pass(10);
    expect(container.textContent).toContain('想学的人已经很多');

    serve({ 'wish.again': { data: { wishId: 'w-tea' } } });
    tap('again');
    await pass(10);
    expect(textOf('counted')).toContain('算上您了');
    expect(server.calls[0]!.input).toEqual({ sectionId: 'tea' });
  });
});

describe('the desk', () => {
  const staffWish = (change: Partial<StaffWish> = {}): StaffWish => ({
    ...card,
    state: 'open',
    why: '',
    dueAt: AT + 15 * 86_400_000,
    steps: { proposedAt: AT, answeredAt: null, takenAt: null, openedAt: null },
    revision: 3,
    ...change,
  });
  const held = staffWish({ wishId: 'w-held', title: '人工智能', state: 'held', overdue: false });
  const done = staffWish({ wishId: 'w-zheng', title: '古筝', overdue: false, answer: answered.answer });
  const detail = (change: Partial<WishDetail> = {}): WishDetail => ({
    wish: staffWish({ why: '单位要宣传' }),
    hours: [{ slot: '3e', people: 30 }],
    suggestion: { voices: 42, turnedAway: 88, people: 117, classes: 2, capacity: 40, hours: ['3e'] },
    merged: [{ wishId: 'w-cut', title: '剪辑', voiceCount: 9 }],
    drafts: [{ draftId: 'd1', title: '春季第二期', revision: 7 }],
    ...change,
  });
  const open = async (change: Parameters<typeof serve>[0] = {}, look = detail()) => {
    me.store.setState({ data: { roles: ['staff'], profile: null } as never, savedAt: Date.now() });
    const server = serve({
      'wish.queue': { data: { held: [held], waiting: [staffWish()], answered: [done] } },
      'wish.look': { data: look },
      ...change,
    });
    render(<WishDesk />);
    await pass(10);
    return server;
  };
  const look = async (wishId: string) => {
    tap(`wish-${wishId}`);
    await pass(10);
  };
  const inputOf = (server: ReturnType<typeof serve>, endpoint: string) =>
    server.calls.find(one => one.endpoint === endpoint)?.input;

  test('the queue says what is held, what is overdue, and what was answered', async () => {
    await open();
    expect(textOf('wish-w-held')).toContain('大家还看不到');
    expect(textOf('wish-w-video')).toContain('过期未答');
    expect(textOf('wish-w-video')).toContain('3月16日 前答复');
    expect(textOf('wish-w-zheng')).toContain('3月2日 答复：会办');
  });

  test('an answer begins with a sentence that follows the choice until it is changed', async () => {
    const server = await open({ 'wish.answer': { data: { wishId: 'w-video' } } });
    await look('w-video');
    expect(screen.getByText(/愿望 42 人，上期没报上 88 人，去掉重复 117 人/)).toBeTruthy();
    tap('wish-answer');
    tap('answer-kind-no');
    expect((screen.getByTestId('answer-text') as HTMLInputElement).value).toContain('还办不了');
    type('answer-text', '没有老师');
    tap('answer-kind-planned');
    tap('answer-now');
    await pass(10);

    expect(inputOf(server, 'wish.answer')).toMatchObject({
      wishId: 'w-video',
      revision: 3,
      kind: 'planned',
      text: '没有老师',
    });
  });

  test('it goes into a draft with the suggested seats, or into a new one', async () => {
    const server = await open({ 'wish.take': { data: { draftId: 'd1' } } });
    await look('w-video');
    tap('wish-take');
    tap('take-classes-1');
    tap('take-now');
    await pass(10);

    expect(inputOf(server, 'wish.take')).toMatchObject({
      draft: { draftId: 'd1', revision: 7 },
      classes: 1,
      capacity: 40,
    });
    expect(phone.went().at(-1)).toContain('draftId=d1');
  });

  test('it is merged into another one, and what was merged is taken apart again', async () => {
    const server = await open({
      'wish.merge': { data: { wishId: 'w-zheng' } },
      'wish.unmerge': { data: { wishId: 'w-cut' } },
    });
    await look('w-video');
    tap('unmerge-w-cut');
    await pass(10);
    expect(inputOf(server, 'wish.unmerge')).toMatchObject({ wishId: 'w-cut' });
    tap('wish-merge');
    tap('into-w-zheng');
    tap('merge-now');
    await pass(10);
    expect(inputOf(server, 'wish.merge')).toMatchObject({ wishId: 'w-video', into: 'w-zheng' });
  });

  test('what is held is passed, and hiding asks for a reason', async () => {
    const server = await open(
      { 'wish.pass': { data: { wishId: 'w-held' } }, 'wish.hide': { data: { wishId: 'w-held' } } },
      detail({ wish: held }),
    );
    await look('w-held');
    expect(screen.queryByTestId('wish-answer')).toBeNull();
    tap('wish-hide');
    tap('hide-now');
    await pass(10);
    expect(server.asked('wish.hide')).toBe(0);
    type('hide-reason', '不是课程');
    tap('hide-now');
    await pass(10);
    expect(inputOf(server, 'wish.hide')).toMatchObject({ wishId: 'w-held', reason: '不是课程' });

    await look('w-held');
    tap('wish-pass');
    await pass(10);
    expect(inputOf(server, 'wish.pass')).toMatchObject({ wishId: 'w-held', revision: 3 });
  });
});
