import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import CheckIn from '../../../src/pages/checkin/index';
import { askedBy } from '../../../src/pages/checkin/asked-by';
import { attendance } from '../../../src/app/known/attendance';
import { mine as places } from '../../../src/app/known/places';
import { MINUTE } from '../../../domain/base/clock';
import type { RefusalCode } from '../../../domain/base/codes';
import type { CheckedIn } from '../../../domain/api';
import { attended, before, known, START, teaClass } from '../lessons';
import { mine } from '../sample';
import { serve, type Doing } from '../server';
import { phone } from '../taro';

const CODE = 'HG1.tea.2.0a1b2c3d.2s7k.AbCdEfGh-_12';
const pass = (ms = 50) => act(() => jest.advanceTimersByTimeAsync(ms));
const taken = (part: Partial<CheckedIn> = {}): Doing => ({
  data: { section: teaClass, lessonIndex: 2, state: 'present', at: before(4), already: false, guest: false, ...part },
});

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: START });
  attendance.store.setState({ data: undefined, savedAt: 0, failed: undefined });
  places.store.setState({ data: undefined, savedAt: 0 });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

async function open(params: Record<string, string>, doing: Doing | (() => Doing)) {
  phone.setParams(params);
  const server = serve({ 'lesson.checkIn': doing, 'lesson.mine': { data: attended() } }, () => START);
  render(<CheckIn />);
  await pass();
  return server;
}

const type = (digits: string) => fireEvent.change(screen.getByTestId('number'), { target: { value: digits } });

describe('opened by a code', () => {
  test('checks in at once and says when, which class and which lesson', async () => {
    const server = await open({ code: CODE }, taken());

    expect(screen.getByTestId('checked-in').textContent).toMatch(/签到成功19:26茶艺一班第 3 次课/);
    expect(server.calls.map(one => one.input)).toEqual([{ code: CODE }]);
  });

  test('the ticket that it came from is told', async () => {
    const server = await open({ code: CODE, sectionId: 'tea', lessonIndex: '2' }, taken());

    expect(server.calls[0]!.input).toEqual({ code: CODE, expected: { sectionId: 'tea', lessonIndex: 2 } });
  });

  test('the link that WeChat hands over in q is read', async () => {
    const link = `https://example.invalid/checkin?code=${CODE}`;
    const server = await open({ q: encodeURIComponent(link) }, taken());

    expect(server.calls[0]!.input).toEqual({ code: CODE });
  });

  test('late is said in words and with another mark', async () => {
    await open({ code: CODE }, taken({ state: 'late', at: START + 11 * MINUTE }));

    expect(screen.getByTestId('checked-in-late').textContent).toMatch(/记为迟到19:41/);
    expect(screen.queryByText('签到成功')).toBeNull();
  });

  test('a second scan is a quiet success with the time of the first', async () => {
    await open({ code: CODE }, taken({ already: true }));

    expect(screen.getByTestId('checked-in-already').textContent).toMatch(/已经签过到19:26/);
  });

  test('a guest is told that the seat is theirs for this lesson', async () => {
    await open({ code: CODE }, taken({ guest: true }));

    expect(screen.getByText(/这个座位只是这一次的/)).toBeTruthy();
  });

  test('what is no code is not sent', async () => {
    const server = await open({ code: 'https://example.invalid/menu' }, taken());

    expect(screen.getByTestId('not-CODE_UNREADABLE')).toBeTruthy();
    expect(server.calls).toEqual([]);
  });
});

describe('refused', () => {
  test.each<[RefusalCode, unknown, RegExp, string]>([
    ['CODE_OLD', undefined, /码已经换了/, '输入四位数字'],
    ['CODE_FROM_FUTURE', undefined, /还没生效/, '输入四位数字'],
    ['NOT_IN_SECTION', { title: '古琴初级班' }, /您不在古琴初级班的名单里/, '看我的课'],
    ['WRONG_LESSON', { title: '古琴初级班' }, /这是古琴初级班的码/, '输入四位数字'],
    ['CHECK_IN_TOO_EARLY', { title: '茶艺一班', from: before(-60) }, /茶艺一班20:30 起可以签到/, '看我的课'],
    ['CHECK_IN_TOO_EARLY', { title: '茶艺一班', from: before(-1440) }, /茶艺一班3月25日 19:30 起可以签到/, '看我的课'],
    ['SEAT_LENT', undefined, /座位已经借给候补的人/, '看我的课'],
    ['CHECK_IN_UNDONE', undefined, /撤回/, '看我的课'],
    ['MARKED_ABSENT', undefined, /老师已记缺课.*请让老师看一下这一页.*扫过码/, '看我的课'],
    ['MARKED_LEAVE', undefined, /老师已记请假.*请让老师看一下这一页/, '看我的课'],
    ['WALK_IN_TOO_EARLY', { from: before(-15) }, /19:45 起还有空位/, '看我的课'],
    ['LINE_FIRST', { from: before(-20) }, /先留给候补的人.*19:50 起还有空位/, '看我的课'],
    ['NO_FREE_SEAT', undefined, /没有空位了/, '看我的课'],
    ['LESSON_CANCELLED', undefined, /这一次取消了.*不算缺课/, '看我的课'],
    ['LESSON_ENDED', undefined, /已经结束.*补点名/, '看我的课'],
    ['ROLL_CLOSED', undefined, /考勤已经确认/, '看我的课'],
    ['ROLL_FULL', undefined, /没有签上/, '看我的课'],
  ])('%s is said with the next step', async (refuse, details, words, step) => {
    await open({ code: CODE }, { refuse, details });

    expect(screen.getByTestId(`not-${refuse}`).textContent).toMatch(words);
    expect(screen.getByTestId('next-step').textContent).toBe(step);
    expect(screen.queryByText('签到成功')).toBeNull();
  });
});

describe('no answer', () => {
  test('says that it is asking and never that it went well; then that the instructor marks by hand', async () => {
    phone.setParams({ code: CODE });
    serve({ 'lesson.checkIn': 'no network', 'lesson.mine': 'no network' });
    render(<CheckIn />);
    await pass(2_000);
    expect(screen.getByTestId('checking-in').textContent).toMatch(/还没收到答复，正在查.*请别退出/);

    await pass(40_000);

    expect(screen.getByTestId('not-silent').textContent).toMatch(/没有信号，请老师点名/);
    expect(screen.queryByText('签到成功')).toBeNull();
  });

  test('what was taken without an answer is found and named as far as this phone knows the class', async () => {
    places.store.setState({ data: { places: [mine(teaClass)] } });
    phone.setParams({ code: CODE });
    const lessons = [known({ mark: { state: 'present', at: before(4), source: 'self' } })];
    serve({ 'lesson.checkIn': 'lost reply', 'lesson.mine': { data: attended({ lessons }) } }, () => START);
    render(<CheckIn />);
    await pass(60_000);

    expect(screen.getByTestId('checked-in').textContent).toMatch(/签到成功19:26茶艺一班第 3 次课/);
    expect(screen.getByText(/答复在路上丢了/)).toBeTruthy();
  });
});

describe('by four digits', () => {
  const hasKeyboard = () => document.activeElement === screen.getByTestId('number');

  test('the field has the keyboard from the first, each time the page is seen, and after digits that were wrong', async () => {
    await open({}, { refuse: 'NUMBER_WRONG' });
    expect(hasKeyboard()).toBe(true);
    act(() => phone.hide());
    screen.getByTestId('number').blur();
    act(() => phone.show());
    expect(hasKeyboard()).toBe(true);

    type('1111');
    expect(hasKeyboard()).toBe(true);
    await pass();

    expect(screen.getByTestId('number-fault').textContent).toMatch(/数字换了/);
    expect(hasKeyboard()).toBe(true);
  });

  test('the fourth digit sends them', async () => {
    const server = await open({}, taken());
    type('041');
    await pass();
    expect(server.calls).toEqual([]);

    type('0419');
    await pass();

    expect(server.calls.map(one => one.input)).toEqual([{ code: '0419' }]);
    expect(screen.getByTestId('checked-in')).toBeTruthy();
  });

  test('full-width digits and blanks are read, letters are not taken', async () => {
    const server = await open({}, taken());
    type('a');
    expect((screen.getByTestId('number') as HTMLInputElement).value).toBe('');

    type('０ 4１9');
    await pass();

    expect(server.calls.map(one => one.input)).toEqual([{ code: '0419' }]);
  });

  test('wrong digits are said at the boxes, which are empty again; typing anew takes the words away', async () => {
    const server = await open({}, { refuse: 'NUMBER_WRONG' });
    type('1111');
    await pass();
    expect(screen.getByTestId('number-fault').textContent).toMatch(/请看老师手机上新的四位/);
    expect((screen.getByTestId('number') as HTMLInputElement).value).toBe('');

    type('0');

    expect(screen.getByTestId('number-fault').textContent?.trim()).toBe('');
    expect(server.calls).toHaveLength(1);
  });

  test('who has no tries left is led away from the digits, not back to them', async () => {
    await open({}, { refuse: 'NUMBER_TRIES_UP' });
    type('1111');
    await pass();

    expect(screen.getByTestId('not-NUMBER_TRIES_UP').textContent).toMatch(/请扫老师手机上的码，或请老师直接点名/);
    expect(screen.getByTestId('next-step').textContent).toBe('看我的课');
    expect(screen.getByText('也可以用手机相机，再扫一次老师的码。')).toBeTruthy();
  });

  test('who tried too often is told how long to wait', async () => {
    await open({}, { refuse: 'BUSY', details: { retryAfterMs: 42_300 } });
    type('1111');
    await pass();

    expect(screen.getByTestId('number-fault').textContent).toMatch(/43 秒后再试/);
  });

  test('after an old code the digits can be typed', async () => {
    const doings: Doing[] = [{ refuse: 'CODE_OLD' }, taken()];
    await open({ code: CODE }, () => doings.shift()!);

    fireEvent.click(screen.getByTestId('next-step'));
    type('0419');
    await pass();

    expect(screen.getByTestId('checked-in')).toBeTruthy();
  });
});

describe('the place', () => {
  const HERE = { latitude: 29.35, longitude: 105.92 };

  beforeEach(() => void (process.env.HG_PLACE = '1'));
  afterEach(() => void delete process.env.HG_PLACE);

  test('a build that does not ask for positions has no switch, and sends none whatever was chosen before', async () => {
    await open({}, taken());
    fireEvent.click(screen.getByTestId('send-place'));
    await pass();
    delete process.env.HG_PLACE;
    phone.standAt(HERE);

    const server = await open({ code: CODE }, taken());

    expect(server.calls[0]!.input).not.toHaveProperty('place');
    cleanup();
    await open({}, taken());
    expect(screen.queryByTestId('send-place')).toBeNull();
  });

  test('is not sent unless it was turned on', async () => {
    phone.standAt(HERE);
    const server = await open({ code: CODE }, taken());

    expect(server.calls[0]!.input).not.toHaveProperty('place');
  });

  test('is sent once it was turned on', async () => {
    phone.standAt(HERE);
    const server = await open({}, taken());
    fireEvent.click(screen.getByTestId('send-place'));
    await pass();
    type('0419');
    await pass();

    expect(server.calls[0]!.input).toEqual({ code: '0419', place: HERE });
  });

  test('a phone that does not give it turns it off again, and the check-in goes without', async () => {
    const server = await open({}, taken());
    fireEvent.click(screen.getByTestId('send-place'));
    await pass();
    expect(screen.getByTestId('send-place').getAttribute('aria-checked')).toBe('false');
    expect(screen.getByText(/没关系，照样能签到/)).toBeTruthy();

    type('0419');
    await pass();

    expect(server.calls[0]!.input).toEqual({ code: '0419' });
  });
});

test.each([
  [{}, { text: undefined, expected: undefined }],
  [
    { sectionId: 'tea', lessonIndex: '2' },
    { text: undefined, expected: { sectionId: 'tea', lessonIndex: 2 } },
  ],
  [
    { sectionId: 'tea', lessonIndex: 'x' },
    { text: undefined, expected: undefined },
  ],
  [{ sectionId: 'tea' }, { text: undefined, expected: undefined }],
  [{ code: '%' }, { text: '%', expected: undefined }],
  [{ q: 'https%3A%2F%2Fa.invalid%2F%3Fcode%3DX' }, { text: 'https://a.invalid/?code=X', expected: undefined }],
])('%j asks for %j', (params, asked) => {
  expect(askedBy(params)).toEqual(asked);
});
