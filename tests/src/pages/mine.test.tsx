import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import Notices from '../../../src/packages/me/notices/index';
import Mine from '../../../src/pages/mine/index';
import { attendance } from '../../../src/app/known/attendance';
import { notices } from '../../../src/app/known/member';
import { mine as places } from '../../../src/app/known/places';
import { DAY, HOUR, MINUTE } from '../../../domain/base/clock';
import type { MyAttendance } from '../../../domain/api';
import { attended, before, known, lessonAt, START, teaClass, THIRD } from '../lessons';
import { mine, section } from '../sample';
import { serve } from '../server';
import { phone } from '../taro';

const pass = (ms = 50) => act(() => jest.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers();
  const nothing = { data: undefined, savedAt: 0, failed: undefined };
  attendance.store.setState(nothing);
  places.store.setState(nothing);
  notices.store.setState(nothing);
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

/** 我的课 at `now`, with a place in 茶艺一班. */
async function open(
  now: number,
  what: Partial<MyAttendance> = {},
  rules: Parameters<typeof serve>[0] = {},
  state: 'SEATED' | 'WAITING' = 'SEATED',
) {
  jest.setSystemTime(now);
  const server = serve({
    'line.mine': { data: { places: [mine(teaClass, state, 1)] } },
    'lesson.mine': { data: attended(what) },
    'member.notices': { data: { notices: [] } },
    ...rules,
  });
  render(<Mine />);
  await pass();
  return server;
}

const ticket = () => screen.getByTestId('next-lesson');

describe('the ticket of the next lesson', () => {
  test('a millisecond before the roll opens it says from when, at half past it checks in', async () => {
    await open(before(30) - 1_500);
    expect(screen.getByTestId('check-in-early').textContent).toBe('今晚 19:00 起签到');
    expect(screen.queryByTestId('check-in-now')).toBeNull();

    await pass(1_600);

    expect(screen.getByTestId('check-in-now').textContent).toBe('扫码签到');
  });

  test('until the end of the lesson it checks in, then it is the ticket of the next one', async () => {
    await open(START + 1.5 * HOUR - 1_500);
    expect(ticket().textContent).toMatch(/正在上课.*第 3 次课/);
    expect(screen.getByTestId('check-in-now')).toBeTruthy();

    await pass(1_600);

    expect(ticket().textContent).toMatch(/第 4 次课/);
    expect(screen.queryByTestId('check-in-now')).toBeNull();
  });

  test('a browser goes to the digits, and tells which lesson is meant', async () => {
    await open(before(5));

    fireEvent.click(screen.getByTestId('check-in-now'));
    fireEvent.click(screen.getByTestId('by-number'));

    const page = '/pages/checkin/index?sectionId=tea&lessonIndex=2';
    expect(phone.went()).toEqual([page, page]);
  });

  test.each([
    ['present', 'self', before(4), '已签到 19:26'],
    ['late', 'instructor', START + 11 * MINUTE, '已签到，记为迟到 19:41'],
    ['absent', 'instructor', START + 11 * MINUTE, '老师记了缺课您到了的话，请和老师说一声。'],
  ] as const)('marked %s by %s it says so, and there is nothing to scan', async (state, source, at, words) => {
    await open(START + 20 * MINUTE, { lessons: [known({ mark: { state, source, at } })] });

    expect(screen.getByTestId('marked').textContent).toBe(words);
    expect(screen.queryByTestId('check-in-now')).toBeNull();
  });
});

test('a lesson that was moved onto another class of mine is said at both, with what can be done', async () => {
  const guqin = section({
    sectionId: 'guqin',
    course: '古琴',
    lessons: [lessonAt(START - 9 * DAY), lessonAt(START + HOUR)],
  });
  await open(START - DAY, {}, { 'line.mine': { data: { places: [mine(teaClass), mine(guqin)] } } });

  expect(screen.getAllByTestId('clash').map(one => one.textContent)).toEqual([
    '3月24日 周三 19:30 和古琴一班撞时间了，来不了的那次请先请假，或退掉一个班。',
    '3月24日 周三 20:30 和茶艺一班撞时间了，来不了的那次请先请假，或退掉一个班。',
  ]);
});

test('a class whose last lesson is over stands under 往期的班', async () => {
  await open(START + 30 * DAY);

  expect(screen.queryByText('我的班')).toBeNull();
  expect(screen.getByText('往期的班').parentElement!.nextElementSibling!.textContent).toMatch(/茶艺一班.*已结课/);
});

test('a week that was turned to shows its own lessons and the way back; the next visit begins at the next lesson', async () => {
  await open(START - HOUR);
  expect(screen.getByText('3月22日')).toBeTruthy();

  fireEvent.click(screen.getByLabelText('下一周'));
  expect(screen.getByText('3月31日 周三')).toBeTruthy();
  expect(screen.getByText(/第 4 次课/)).toBeTruthy();
  expect(screen.queryByTestId('next-lesson')).toBeNull();
  fireEvent.click(screen.getByText('回到下一次课那一周'));
  expect(ticket().textContent).toMatch(/第 3 次课/);

  fireEvent.click(screen.getByLabelText('上一周'));
  act(() => phone.hide());
  act(() => phone.show());
  await pass();
  expect(ticket().textContent).toMatch(/第 3 次课/);
});

describe('leave', () => {
  test('is offered until two hours before, half-open', async () => {
    await open(before(120) - 1_500);
    expect(screen.getByTestId('leave')).toBeTruthy();

    await pass(1_600);

    expect(screen.queryByTestId('leave')).toBeNull();
  });

  test('says what becomes of the seat, takes a reason, and is shown at once', async () => {
    const server = await open(START - DAY, {}, { 'lesson.leave': { data: { lent: true } } });
    fireEvent.click(screen.getByTestId('leave'));
    expect(screen.getByRole('dialog').textContent).toMatch(
      /现在没有人候补，座位先空着，明晚 17:30 前还能改回来。只这一次，您的名额还在/,
    );
    fireEvent.change(screen.getByTestId('leave-reason'), { target: { value: ' 上夜班 ' } });

    fireEvent.click(screen.getByTestId('leave-confirm'));
    fireEvent.click(screen.getByTestId('leave-confirm'));
    await pass();

    expect(screen.queryByRole('dialog')).toBeNull();
    expect(server.calls.filter(one => one.endpoint === 'lesson.leave').map(one => one.input)).toEqual([
      { ...THIRD, reason: '上夜班', tappedAt: expect.any(Number) },
    ]);
    expect(screen.getByTestId('on-leave').textContent).toMatch(/3月24日 周三 19:30，已请假.*借给了候补的工友/);
    expect(ticket().textContent).toMatch(/第 4 次课/);
    expect(server.asked('lesson.mine')).toBe(1);
  });

  test('without a network nothing is pretended', async () => {
    await open(START - DAY, {}, { 'lesson.leave': 'no network' });
    fireEvent.click(screen.getByTestId('leave'));

    fireEvent.click(screen.getByTestId('leave-confirm'));
    await pass(20_000);

    expect(screen.getByTestId('leave-confirm-fault').textContent).toMatch(/网断了，还没有办/);
    expect(screen.queryByTestId('on-leave')).toBeNull();
  });

  test('without an answer nobody knows, and that is said', async () => {
    await open(START - DAY, {}, { 'lesson.leave': 'lost reply' });
    fireEvent.click(screen.getByTestId('leave'));

    fireEvent.click(screen.getByTestId('leave-confirm'));
    await pass(60_000);

    expect(screen.getByTestId('leave-confirm-fault').textContent).toMatch(/不知道办没办成/);
  });

  test('a seat that was not lent can be taken back in one tap', async () => {
    const lessons = [known({ leave: { at: START - 2 * DAY, lent: false } })];
    const server = await open(START - DAY, { lessons }, { 'lesson.comeAfterAll': { data: { coming: true } } });
    expect(screen.getByTestId('on-leave').textContent).toMatch(/座位还空着/);

    fireEvent.click(screen.getByTestId('come-after-all'));
    await pass();

    expect(server.asked('lesson.comeAfterAll')).toBe(1);
    expect(screen.queryByTestId('on-leave')).toBeNull();
    expect(ticket().textContent).toMatch(/第 3 次课/);
  });

  test('a seat that was lent meanwhile is told, and the card learns it', async () => {
    const at = START - 2 * DAY;
    let lent = false;
    await open(
      START - DAY,
      {},
      {
        'lesson.mine': () => ({ data: attended({ lessons: [known({ leave: { at, lent } })] }) }),
        'lesson.comeAfterAll': () => {
          lent = true;
          return { refuse: 'SEAT_LENT' };
        },
      },
    );

    fireEvent.click(screen.getByTestId('come-after-all'));
    await pass();

    expect(screen.getByTestId('on-leave').textContent).toMatch(/借给了候补的工友/);
    expect(screen.queryByTestId('come-after-all')).toBeNull();
  });

  test('a lent seat, and one less than two hours before, cannot be taken back', async () => {
    await open(START - DAY, { lessons: [known({ leave: { at: START - 2 * DAY, lent: true } })] });
    expect(screen.queryByTestId('come-after-all')).toBeNull();
    cleanup();

    await open(before(120), { lessons: [known({ leave: { at: START - 2 * DAY, lent: false } })] });
    expect(screen.getByTestId('on-leave')).toBeTruthy();
    expect(screen.queryByTestId('come-after-all')).toBeNull();
  });

  test('who comes all the same can check in where the seat was not lent', async () => {
    await open(before(10), { lessons: [known({ leave: { at: START - DAY, lent: false } })] });

    fireEvent.click(screen.getByTestId('check-in-anyway'));

    expect(phone.went()).toEqual(['/pages/checkin/index?sectionId=tea&lessonIndex=2']);
  });
});

describe('a lent seat', () => {
  const lent = { lent: [{ section: teaClass, lessonIndex: 2 }] };

  test('has a card of its own, a full dot in the week and the ticket', async () => {
    await open(START - DAY, lent, {}, 'WAITING');

    expect(screen.getByTestId('lent').textContent).toMatch(/3月24日的茶艺一班空出一个座位，留给您/);
    expect(ticket().textContent).toMatch(/第 3 次课，借给您这一次/);
    expect(within(ticket()).queryByTestId('leave')).toBeNull();
  });

  test('is passed on after it was asked once', async () => {
    const server = await open(START - DAY, lent, { 'lesson.decline': { data: { passedOn: true } } }, 'WAITING');
    fireEvent.click(screen.getByTestId('pass-on'));
    expect(server.asked('lesson.decline')).toBe(0);

    fireEvent.click(screen.getByTestId('pass-on-confirm'));
    await pass();

    expect(screen.getByTestId('passed-on').textContent).toBe('好的，已让给下一位，不影响您报别的班。');
    expect(screen.queryByTestId('lent')).toBeNull();
    expect(screen.queryByTestId('next-lesson')).toBeNull();
  });

  test('what could not be passed on stays, with the reason', async () => {
    await open(START - DAY, lent, { 'lesson.decline': 'no network' }, 'WAITING');
    fireEvent.click(screen.getByTestId('pass-on'));

    fireEvent.click(screen.getByTestId('pass-on-confirm'));
    await pass(20_000);

    expect(screen.getByTestId('pass-on-confirm-fault').textContent).toMatch(/网断了/);
    expect(screen.getByTestId('lent')).toBeTruthy();
  });

  test('less than two hours before, it is kept or told to the instructor', async () => {
    await open(before(120), lent, {}, 'WAITING');

    expect(screen.queryByTestId('pass-on')).toBeNull();
    expect(screen.getByTestId('lent').textContent).toMatch(/来不了请直接和老师说/);
  });
});

test('what the lessons came to so far stands in the row, in marks and in words', async () => {
  const mark = (lessonIndex: number, state: 'present' | 'late') =>
    known({ lessonIndex, mark: { state, at: START - 9 * DAY, source: 'self' } });
  await open(START + 2 * HOUR, { lessons: [mark(0, 'present'), mark(1, 'late'), mark(2, 'present')] });

  const strip = screen.getByTestId('mark-strip');

  expect(strip.textContent).toBe('到 2 次，迟到 1 次');
  const marks = [...strip.querySelectorAll('.lesson-mark')].map(one => one.className.split('--')[1]);
  expect(marks).toEqual(['present', 'late', 'present', 'coming', 'coming']);
});

test('before anything happened there is no strip', async () => {
  await open(START - 30 * DAY);

  expect(screen.queryByTestId('mark-strip')).toBeNull();
});

test('offline, the kept lessons are shown with their age', async () => {
  const lessons = [known({ mark: { state: 'present', at: before(4), source: 'self' } })];
  await open(before(2), { lessons });
  serve({ 'line.mine': 'no network', 'lesson.mine': 'no network', 'member.notices': 'no network' });

  act(() => phone.hide());
  await pass(5 * MINUTE);
  act(() => phone.show());
  await pass();

  expect(screen.getByTestId('aged').textContent).toMatch(/网断了/);
  expect(screen.getByTestId('marked').textContent).toBe('已签到 19:26');
});

test('notices of a lent seat and of an appeal are told', async () => {
  const notice = (kind: string, text?: string) => ({
    _id: kind,
    kind,
    sectionId: 'tea',
    batchId: 'b1',
    title: '茶艺一班',
    text,
    createdAt: START - HOUR,
    readAt: null,
  });
  await open(
    START,
    {},
    { 'member.notices': { data: { notices: [notice('LENT'), notice('APPEAL_ANSWERED', '可以')] } } },
  );

  const words = screen.getAllByTestId('told').map(one => one.textContent);

  expect(words[0]).toMatch(/茶艺一班：有课空出座位，留给您了.*请让给下一位/);
  expect(words[1]).toMatch(/工会答复了您的申诉.*可以/);
});

test('a notice stands on top for two weeks, and after that only where all of them can be read', async () => {
  const notice = { _id: 'n', kind: 'PROMOTED', sectionId: 'tea', batchId: 'b1', title: '茶艺一班', readAt: null };
  const all = { 'member.notices': { data: { notices: [{ ...notice, createdAt: START - 14 * DAY }] } } };
  await open(START - 60_000, {}, all);
  expect(screen.getByTestId('promoted').textContent).toContain('轮到您了，茶艺一班已有您的座位');
  cleanup();

  await open(START, {}, all);
  expect(screen.queryByTestId('promoted')).toBeNull();
  cleanup();
  render(<Notices />);
  await pass();
  expect(screen.getByTestId('notice').textContent).toBe(
    '轮到您了，茶艺一班已有您的座位有人退出，您已经入座。来不了请及时退掉。3月10日 周三 19:30，还没点“知道了”',
  );
});

describe('absences', () => {
  const noShow = {
    ...THIRD,
    title: '茶艺一班',
    startsAt: START,
    expiresAt: START + 90 * DAY,
    appeal: null,
  };

  test('are a door where there are some', async () => {
    await open(START + 5 * DAY, { noShows: [noShow] });

    fireEvent.click(screen.getByTestId('door-absences'));

    expect(screen.getByTestId('door-absences').textContent).toMatch(/近 90 天缺课 1 次/);
    expect(phone.went()).toEqual(['/packages/me/absences/index']);
  });

  test('are not there where there are none', async () => {
    await open(START + 5 * DAY);

    expect(screen.queryByTestId('door-absences')).toBeNull();
  });
});
