import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import Absences from '../../../src/packages/me/absences/index';
import MyClass from '../../../src/packages/me/class/index';
import { calendarWords } from '../../../src/packages/me/class/calendar-outcome';
import { attendance } from '../../../src/app/known/attendance';
import { mine as places } from '../../../src/app/known/places';
import { hush } from '../../../src/app/page/said';
import { DAY, HOUR } from '../../../domain/base/clock';
import type { MyAttendance, MyNoShow } from '../../../domain/api';
import { attended, known, START, teaClass, THIRD } from '../lessons';
import { mine } from '../sample';
import { serve } from '../server';
import { phone } from '../taro';

const pass = (ms = 50) => act(() => jest.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: START + 2 * HOUR });
  const nothing = { data: undefined, savedAt: 0, failed: undefined };
  attendance.store.setState(nothing);
  places.store.setState(nothing);
});
afterEach(() => {
  cleanup();
  hush();
  jest.useRealTimers();
});

describe('a class of mine', () => {
  const rows = () => screen.getAllByTestId('my-lesson').map(one => one.textContent);

  async function open(what: Partial<MyAttendance> = {}, rules: Parameters<typeof serve>[0] = {}) {
    phone.setParams({ sectionId: 'tea' });
    const [first, ...others] = teaClass.lessons;
    const section = {
      ...teaClass,
      lessons: [first!, ...others.slice(0, 3), { ...others[3]!, cancelled: true as const }],
    };
    const server = serve({
      'line.mine': { data: { places: [mine(section)] } },
      'lesson.mine': { data: attended(what) },
      ...rules,
    });
    render(<MyClass />);
    await pass();
    return server;
  }

  test('shows what is to come first, then what is over, the last one first, each in words', async () => {
    await open({
      lessons: [
        known({ lessonIndex: 0, mark: { state: 'present', at: START - 14 * DAY, source: 'self' } }),
        known({ lessonIndex: 1, mark: { state: 'late', at: START - 7 * DAY, source: 'instructor' } }),
      ],
      noShows: [{ ...THIRD, title: '茶艺一班', startsAt: START, expiresAt: START + 90 * DAY, appeal: null }],
    });

    expect(rows()).toEqual([
      expect.stringMatching(/3月31日 周三19:30–21:00第 4 次请假/),
      expect.stringMatching(/4月7日 周三.*第 5 次，停课$/),
      expect.stringMatching(/3月24日 周三.*第 3 次，缺课怎么算$/),
      expect.stringMatching(/3月17日 周三.*第 2 次，迟到，老师点名$/),
      expect.stringMatching(/3月10日 周三.*第 1 次，到，19:30 签到$/),
    ]);
  });

  test.each([
    ['a seat in a class with the code of a group', { hasGroupCode: true as const }, START, true],
    ['a class without one', {}, START, false],
    ['a class that is over', { hasGroupCode: true as const }, START + 60 * DAY, false],
  ])('%s: the door to the group', async (_, group, now, there) => {
    jest.setSystemTime(now);
    await open({}, { 'line.mine': { data: { places: [{ ...mine(teaClass), ...group }] } } });
    expect(screen.queryByTestId('door-group') !== null).toBe(there);
  });

  test('what is over has a heading of its own, and a correction is the union’s', async () => {
    const mark = { state: 'present', at: START - 14 * DAY, source: 'staff' } as const;
    await open({ lessons: [known({ lessonIndex: 0, mark })] });

    expect(screen.getByText('已上完的课')).toBeTruthy();
    expect(screen.getByText('已上 3 次，还有 2 次')).toBeTruthy();
    expect(rows().at(-1)).toMatch(/第 1 次，到，工会更正$/);
  });

  test('a lesson that is called off says why, where staff have said it', async () => {
    const off = { ...teaClass.lessons[3]!, cancelled: true as const, reason: '老师生病' };
    const section = { ...teaClass, lessons: [...teaClass.lessons.slice(0, 3), off] };
    await open({}, { 'line.mine': { data: { places: [mine(section)] } } });

    expect(rows().some(one => one?.endsWith('第 4 次，停课：老师生病'))).toBe(true);
  });

  test('says what to bring and what each lesson is about', async () => {
    const lessons = teaClass.lessons.map((lesson, index) => (index === 3 ? { ...lesson, topic: '红茶冲泡' } : lesson));
    await open({}, { 'line.mine': { data: { places: [mine({ ...teaClass, lessons, bring: '茶杯' })] } } });

    expect(screen.getByText('茶杯')).toBeTruthy();
    expect(rows().filter(one => one?.includes('红茶冲泡'))).toEqual([expect.stringContaining('第 4 次')]);
  });

  test('an absence can be tapped and leads to what it means', async () => {
    await open({
      noShows: [{ ...THIRD, title: '茶艺一班', startsAt: START, expiresAt: START + 90 * DAY, appeal: null }],
    });

    fireEvent.click(screen.getByTestId('explain-absence'));

    expect(phone.went()).toEqual(['/packages/me/absences/index']);
  });

  test('a lesson from before I joined is not one that nothing is known of', async () => {
    const own = mine(teaClass);
    const late = { ...own, place: { ...own.place, at: START - DAY } };
    await open({}, { 'line.mine': { data: { places: [late] } } });

    expect(rows().filter(one => one?.includes('您报名之前的课'))).toHaveLength(2);
    expect(rows().filter(one => one?.includes('没有记录'))).toHaveLength(1);
  });

  test('leave that was not lent can be taken back for a few seconds where it was asked for', async () => {
    const server = await open(
      {},
      { 'lesson.leave': { data: { lent: false } }, 'lesson.comeAfterAll': { data: { coming: true } } },
    );
    fireEvent.click(screen.getByTestId('leave'));
    expect(screen.getByTestId('leave-confirm').className).not.toContain('btn--go');
    fireEvent.click(screen.getByTestId('leave-confirm'));
    await pass();

    fireEvent.click(screen.getByTestId('said-undo'));
    await pass();

    expect(server.asked('lesson.comeAfterAll')).toBe(1);
    expect(rows()[0]).toMatch(/第 4 次请假$/);
    expect(screen.getByTestId('said').textContent).toBe('好的，撤销了');
  });

  test('leave says beforehand what will happen where people wait, and offers no way back once it is lent', async () => {
    const own = mine(teaClass);
    const crowded = { ...own, place: { ...own.place, behind: teaClass.capacity - own.place.number + 5 } };
    await open({}, { 'line.mine': { data: { places: [crowded] } }, 'lesson.leave': { data: { lent: true } } });
    fireEvent.click(screen.getAllByTestId('leave')[0]!);

    expect(screen.getByRole('dialog').textContent).toMatch(/有 5 人在候补，请了假座位马上借出，不能改回/);
    fireEvent.click(screen.getByTestId('leave-confirm'));
    await pass();
    expect(screen.getByTestId('said').textContent).toContain('座位借给了候补的工友');
    expect(screen.queryByTestId('said-undo')).toBeNull();
  });

  test('who was not expected was not absent', async () => {
    await open({ lessons: [known({ closed: true })] });

    expect(rows()[2]).toMatch(/第 3 次，没有记录$/);
  });

  test('leave for one lesson, and back', async () => {
    await open({}, { 'lesson.leave': { data: { lent: false } }, 'lesson.comeAfterAll': { data: { coming: true } } });
    fireEvent.click(screen.getByTestId('leave'));
    fireEvent.click(screen.getByTestId('leave-confirm'));
    await pass();
    expect(rows()[0]).toMatch(/第 4 次，请假，座位没有借出/);

    fireEvent.click(screen.getByTestId('come-after-all'));
    await pass();

    expect(rows()[0]).toMatch(/第 4 次请假$/);
  });

  test('the place is copied for the phone’s own map', async () => {
    await open();

    fireEvent.click(screen.getByTestId('copy-place'));

    expect(phone.copied()).toBe('培训楼205茶艺室');
  });

  test('where the records did not come, the lessons are there and it is said', async () => {
    await open({}, { 'lesson.mine': 'no network' });

    expect(screen.getByTestId('no-attendance')).toBeTruthy();
    expect(rows()).toHaveLength(5);
  });

  test('a class that is not mine says so', async () => {
    phone.setParams({ sectionId: 'other' });
    serve({ 'line.mine': { data: { places: [] } }, 'lesson.mine': { data: attended() } });
    render(<MyClass />);
    await pass();

    expect(screen.getByTestId('not-mine')).toBeTruthy();
  });

  test('the calendar gets the lessons to come, less what was called off', async () => {
    const files: Blob[] = [];
    URL.createObjectURL = file => `blob:${files.push(file as Blob)}`;
    URL.revokeObjectURL = () => undefined;
    const names: string[] = [];
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    await open();

    fireEvent.click(screen.getByTestId('to-calendar'));
    await pass();

    expect(names).toEqual(['茶艺一班.ics']);
    expect(files[0]!.type).toMatch(/^text\/calendar/);
    expect(screen.getByTestId('calendar-outcome').textContent).toMatch(/日历文件下载好了/);
  });
});

test.each([
  [{ kind: 'added', added: 12, left: 0, moved: false }, /^已加 12 次，提前 1 小时提醒。$/],
  [{ kind: 'added', added: 20, left: 3, moved: false }, /已加 20 次.*还有 3 次，再点一次接着加/],
  [{ kind: 'added', added: 0, left: 0, moved: false }, /^都已经在手机日历里了。$/],
  [{ kind: 'added', added: 1, left: 0, moved: true }, /旧的那条请在手机日历里删掉/],
  [{ kind: 'denied', added: 0 }, /^手机没有允许添加日历/],
  [{ kind: 'failed', added: 4 }, /^已加 4 次。后面的没有加成/],
] as const)('%j is told', (outcome, words) => {
  expect(calendarWords(outcome)).toMatch(words);
});

describe('absences', () => {
  const noShow: MyNoShow = {
    ...THIRD,
    title: '茶艺一班',
    startsAt: START,
    expiresAt: START + 90 * DAY,
    appeal: null,
  };
  async function open(noShows: MyNoShow[], rules: Parameters<typeof serve>[0] = {}) {
    const server = serve({ 'lesson.mine': { data: attended({ noShows }) }, ...rules });
    render(<Absences />);
    await pass();
    return server;
  }

  test('each says until when it counts; what it means is said plainly', async () => {
    await open([noShow]);

    expect(screen.getByText('近 90 天缺课 1 次')).toBeTruthy();
    expect(screen.getByText(/开放时间会晚几分钟/)).toBeTruthy();
    expect(screen.getByTestId('absence').textContent).toMatch(/3月24日 周三 19:30茶艺一班第 3 次课6月22日 起不再算/);
  });

  test('an appeal goes once, in the person’s own words, and is then shown as sent', async () => {
    const server = await open([noShow], { 'lesson.appeal': { data: { at: START + 2 * HOUR } } });
    fireEvent.click(screen.getByTestId('appeal'));
    fireEvent.click(screen.getByTestId('appeal-send'));
    await pass();
    expect(screen.getByTestId('appeal-send-fault').textContent).toMatch(/请写一句/);
    expect(server.asked('lesson.appeal')).toBe(0);

    fireEvent.change(screen.getByTestId('appeal-text'), { target: { value: ' 手机没电 ' } });
    fireEvent.click(screen.getByTestId('appeal-send'));
    await pass();

    expect(server.calls.at(-1)).toMatchObject({ endpoint: 'lesson.appeal', input: { ...THIRD, text: '手机没电' } });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByTestId('absence').textContent).toMatch(/您说：手机没电3月24日 已送到工会/);
    expect(screen.queryByTestId('appeal')).toBeNull();
  });

  test('an answer is shown; what was forgiven counts no more', async () => {
    const answer = { at: START + 3 * DAY, forgiven: true, text: '查过了，您到了' };
    await open([{ ...noShow, appeal: { at: START + DAY, text: '到了', answer } }]);

    expect(screen.getByText('近 90 天缺课 0 次')).toBeTruthy();
    expect(screen.getByTestId('absence').textContent).toMatch(
      /工会同意了，不算缺课.*工会 3月27日 答复：查过了，您到了/,
    );
  });

  test('one that has expired can be appealed against no more', async () => {
    await open([{ ...noShow, expiresAt: START + 2 * HOUR }]);

    expect(screen.getByTestId('absence').textContent).toMatch(/已经不算了$/);
    expect(screen.queryByTestId('appeal')).toBeNull();
  });

  test('none is said, too', async () => {
    await open([]);

    expect(screen.getByTestId('no-absences')).toBeTruthy();
  });
});
