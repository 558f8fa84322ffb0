import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { DraftView, NoShowPerson, OpenAppeal } from '../../../domain/api';
import { SettingsStep } from '../../../src/packages/staff/draft/settings-step';
import type { Draft } from '../../../src/packages/staff/draft/use-draft';
import { forgetPerson } from '../../../src/app/memory/forget';
import NoShows from '../../../src/packages/staff/no-shows/index';
import { serve } from '../server';
import { phone } from '../taro';
import { FIRST, teaClass } from './rolls';

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers();
  forgetPerson();
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const tap = (testId: string) => fireEvent.click(screen.getByTestId(testId));
const type = (testId: string, value: string) => fireEvent.change(screen.getByTestId(testId), { target: { value } });

const missing: NoShowPerson = {
  memberId: 'm1',
  name: '周建强',
  phone: '138****2716',
  absences: [
    { sectionId: 'tea', lessonIndex: 0, title: '茶艺一班', startsAt: FIRST },
    { sectionId: 'guqin', lessonIndex: 2, title: '古琴一班', startsAt: FIRST + 86_400_000 },
  ],
};

describe('爽约 in the settings of a draft', () => {
  const draftView = (audience: DraftView['audience'] = {}) =>
    ({
      draftId: 'd1',
      title: '春季',
      opensAt: FIRST,
      closesAt: FIRST + 1,
      mode: 'first-come',
      limit: null,
      audience,
      dropHours: 24,
      freezeHours: 12,
      holidays: [],
      problems: [],
    }) as unknown as DraftView;

  function openSettings(audience?: DraftView['audience']) {
    const write = jest.fn(async (..._args: unknown[]) => ({ ok: true, data: { problems: [] } }));
    const onNext = jest.fn();
    const draft = { write, busy: false } as unknown as Draft;
    render(<SettingsStep draft={draft} view={draftView(audience)} onNext={onNext} />);
    const stored = () => (write.mock.calls[0]?.[1] as { settings: { audience: unknown } } | undefined)?.settings;
    return { write, onNext, stored };
  }

  test('it is off, and nothing is asked or stored of it', async () => {
    const server = serve({});
    const { stored } = openSettings();

    tap('save-settings');
    await pass(10);

    expect(stored()!.audience).toEqual({});
    expect(server.calls).toEqual([]);
  });

  test('two in ninety days are offered, and whom they concern is seen before they are stored', async () => {
    const server = serve({ 'attendance.noShows': { data: { people: [missing], waivers: [] } } });
    const { write, stored, onNext } = openSettings();

    tap('set-noShow');
    tap('save-settings');
    await pass(10);
    expect(write).not.toHaveBeenCalled();
    expect(server.calls[0]!.input).toEqual({ strikes: 2, days: 90 });
    const person = screen.getByTestId('no-show-person').textContent!;
    for (const word of ['周建强', '138****2716', '3月10日 茶艺一班第 1 次课', '3月11日 古琴一班第 3 次课'])
      expect(person).toContain(word);

    tap('no-show-seen');
    await pass(10);
    expect(stored()!.audience).toEqual({ noShow: { strikes: 2, days: 90 } });
    expect(onNext).toHaveBeenCalled();
  });

  test('who has looked already just saves; other numbers are looked at anew', async () => {
    const server = serve({ 'attendance.noShows': { data: { people: [], waivers: [] } } });
    const { stored } = openSettings();
    tap('set-noShow');
    tap('no-show-preview');
    await pass(10);
    tap('no-show-seen');

    type('set-noShowStrikes', '３');
    tap('save-settings');
    await pass(10);
    expect(stored()).toBeUndefined();
    expect(server.calls.map(one => one.input)).toEqual([
      { strikes: 2, days: 90 },
      { strikes: 3, days: 90 },
    ]);
    tap('no-show-seen');
    await pass(10);

    expect(stored()!.audience).toEqual({ noShow: { strikes: 3, days: 90 } });
  });

  test('what is stored already is stored again without a look', async () => {
    const server = serve({});
    const { stored } = openSettings({ noShow: { strikes: 4, days: 60 } });

    tap('save-settings');
    await pass(10);

    expect(stored()!.audience).toEqual({ noShow: { strikes: 4, days: 60 } });
    expect(server.calls).toEqual([]);
  });

  test('numbers that the server would not take are said at their field', async () => {
    const server = serve({});
    const { write } = openSettings();
    tap('set-noShow');
    type('set-noShowDays', '3');
    type('set-noShowStrikes', '两次');

    tap('no-show-preview');
    tap('save-settings');
    await pass(10);

    expect(screen.getByText('请填 7 到 366 之间的整数')).toBeTruthy();
    expect(screen.getByText('请填 1 到 20 之间的整数')).toBeTruthy();
    expect(server.calls).toEqual([]);
    expect(write).not.toHaveBeenCalled();
  });

  test('says how much later they come, with a head start and without', () => {
    serve({});
    openSettings();
    tap('set-noShow');
    expect(screen.getByText(/他们晚 10 分钟.*自动不算.*申诉通过/)).toBeTruthy();

    type('set-headStartMinutes', '15');
    expect(screen.getByText(/和往期来过的人一样，晚 15 分钟/)).toBeTruthy();
  });

  test('without a network there is no list and no button that stores, and a way to try again', async () => {
    serve({ 'attendance.noShows': 'no network' });
    const { write } = openSettings();
    tap('set-noShow');
    tap('save-settings');
    await pass(10);

    expect(screen.getByTestId('broken').textContent).toContain('网断了');
    expect(screen.queryByTestId('no-show-seen')).toBeNull();
    expect(write).not.toHaveBeenCalled();
  });
});

describe('appeals and waived days', () => {
  const appeal: OpenAppeal = {
    sectionId: 'tea',
    lessonIndex: 1,
    memberId: 'm1',
    name: '周建强',
    title: '茶艺一班',
    startsAt: FIRST,
    at: FIRST + 86_400_000,
    text: '当晚在医院',
  };

  async function openPage(rules: Parameters<typeof serve>[0] = {}) {
    jest.setSystemTime(FIRST + 3 * 86_400_000);
    const server = serve({
      'member.me': { data: { profile: null, roles: ['staff'] } },
      'attendance.appeals': { data: { appeals: [appeal] } },
      'attendance.noShows': { data: { people: [missing], waivers: [{ day: '2027-03-09', reason: '暴雨停课' }] } },
      ...rules,
    });
    render(<NoShows />);
    await pass(10);
    return server;
  }

  test('beside an appeal stands what the roll knows: whose mark, when, and that the person had scanned', async () => {
    const scanned = {
      state: 'present',
      source: 'self',
      at: FIRST + 60_000,
      receivedAt: null,
      mine: false,
      metres: null,
    };
    const absent = {
      state: 'absent',
      source: 'instructor',
      at: FIRST + 120_000,
      receivedAt: null,
      mine: false,
      metres: null,
    };
    const person = { memberId: 'm1', name: '周建强', phone: '', employer: '', as: 'seat', seat: 1, leave: null };
    const section = { ...teaClass, sectionId: 'tea', instructor: '李文秀' };
    const view = {
      section,
      lessonIndex: 1,
      people: [{ ...person, mark: absent, disputed: scanned, state: null }],
      closedAt: FIRST,
    };
    await openPage({ 'attendance.lesson': { data: { ...view, waiting: [], freeSeats: 0, seen: 2, called: true } } });

    const evidence = screen.getByTestId('evidence').textContent;
    expect(evidence).toContain('老师：李文秀');
    expect(evidence).toMatch(/19:02.*老师/);
    expect(evidence).toMatch(/19:01.*扫过码/);
    fireEvent.click(screen.getByTestId('appeal-roll'));
    expect(phone.went()).toEqual(['/packages/staff/lesson/index?sectionId=tea&lessonIndex=1']);
  });

  test('an appeal is forgiven with a sentence to the person, and not without one', async () => {
    const server = await openPage({ 'attendance.answer': { data: { forgiven: true } } });
    expect(screen.getByTestId('appeal').textContent).toMatch(/周建强.*茶艺一班.*第 2 次课.*当晚在医院/);
    expect(screen.getByTestId('forgive').textContent).toBe('不算缺课');
    expect(screen.getByTestId('let-stand').textContent).toBe('维持缺课');

    tap('forgive');
    tap('answer-now');
    expect(screen.getByTestId('answer-now-fault').textContent).toContain('请写一句话');
    type('answer-reason', '已核实，这次不算');
    tap('answer-now');
    await pass(10);

    expect(server.calls.find(one => one.endpoint === 'attendance.answer')!.input).toEqual({
      actId: expect.any(String),
      sectionId: 'tea',
      lessonIndex: 1,
      memberId: 'm1',
      forgiven: true,
      text: '已核实，这次不算',
    });
    expect(screen.queryByTestId('answer-now')).toBeNull();
    expect(server.asked('attendance.appeals')).toBe(2);
  });

  test('an appeal that does not help says so before it is sent', async () => {
    const server = await openPage({ 'attendance.answer': { data: { forgiven: false } } });

    tap('let-stand');
    expect(screen.getByRole('dialog').textContent).toContain('照算缺课');
    type('answer-reason', '老师没见到您');
    tap('answer-now');
    await pass(10);

    expect(server.calls.find(one => one.endpoint === 'attendance.answer')!.input).toMatchObject({ forgiven: false });
  });

  test('a day is waived with a reason, and taken back with one', async () => {
    const server = await openPage({ 'attendance.waive': { data: { waived: true } } });
    const sent = () => server.calls.filter(one => one.endpoint === 'attendance.waive').map(one => one.input);

    tap('add-waiver');
    type('waive-day', '2027-03-10');
    tap('waive-now');
    expect(screen.getByTestId('waive-now-fault').textContent).toContain('请写一句原因');
    expect(sent()).toEqual([]);
    type('waive-reason', '停电');
    tap('waive-now');
    await pass(10);
    expect(screen.getByTestId('waiver').textContent).toContain('3月9日 周二暴雨停课');
    tap('waiver-back');
    expect(screen.getByRole('dialog').textContent).toContain('重新算缺课');
    type('waive-reason', '日期选错了');
    tap('waive-now');
    await pass(10);

    expect(sent()).toEqual([
      { actId: expect.any(String), day: '2027-03-10', waived: true, reason: '停电' },
      { actId: expect.any(String), day: '2027-03-09', waived: false, reason: '日期选错了' },
    ]);
  });

  test('nothing to answer is said', async () => {
    await openPage({ 'attendance.appeals': { data: { appeals: [] } } });

    expect(screen.getByText('没有等答复的申诉')).toBeTruthy();
  });
});
