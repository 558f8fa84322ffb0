import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { CloseSheet } from '../../../src/packages/staff/lesson/close-sheet';
import { CorrectSheet } from '../../../src/packages/staff/lesson/correct-sheet';
import { DAY, HOUR } from '../../../domain/base/clock';
import type { RollPerson, RollView } from '../../../domain/api';
import { serve, type Doing } from '../server';
import { closed, FIRST, missed, person, roll } from './rolls';

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const words = () => screen.getByRole('dialog').textContent;
const type = (testId: string, value: string) => fireEvent.change(screen.getByTestId(testId), { target: { value } });

const called = roll([
  person('周建强', 'present'),
  person('张桂兰', 'late'),
  person('林晓芸', null),
  person('何宇', 'absent'),
  person('唐雪', 'asked leave'),
  person('欧阳雪梅', null, { as: 'lent', seat: null }),
]);

function openClosing(view: RollView) {
  const onClose = jest.fn();
  render(<CloseSheet roll={view} onClose={onClose} />);
  return onClose;
}

describe('closing a lesson', () => {
  test('names who will be absent before it is done: not who is on leave, not who came for once', () => {
    serve({});
    openClosing(called);

    expect(screen.getByTestId('closing-count').textContent).toBe('2 人会记缺课');
    const people = screen.getAllByTestId('closing-person').map(one => one.textContent);
    expect(people).toEqual([expect.stringMatching(/^林晓芸.*没点过$/), expect.stringMatching(/^何宇.*点的是缺课$/)]);
    expect(screen.getByTestId('close-now').textContent).toBe('确认考勤，2 人记缺课');
  });

  test('says who is not counted, and who is', () => {
    serve({});
    openClosing(called);

    expect(screen.getByText('不计：前一天内才递补上、加进来的人。')).toBeTruthy();
    expect(screen.getByText('也计：晚退以后座位一直空着的人。')).toBeTruthy();
  });

  test('where no mark of the instructor has come it warns that they may be on a phone without signal', () => {
    serve({});
    const scanned = person('周建强', null, {
      mark: { state: 'present', source: 'self', at: FIRST, receivedAt: null, mine: false, metres: null },
    });
    const warned = (people: RollPerson[], now: number) => {
      cleanup();
      jest.setSystemTime(now);
      openClosing(roll(people));
      return screen.queryByTestId('marks-under-way')?.textContent;
    };

    expect(warned([scanned, person('林晓芸', null)], FIRST + 2 * HOUR)).toMatch(
      /老师的点名一条也没有传到.*可以问过老师再确认.*点了到的不再记缺课/,
    );
    expect(warned([scanned], FIRST + 2 * HOUR)).toBeUndefined();
    expect(warned([person('周建强', 'present'), person('林晓芸', null)], FIRST + 2 * HOUR)).toBeUndefined();
    expect(warned([scanned, person('林晓芸', null)], FIRST + 10 * DAY)).toBeUndefined();
  });

  test('where nobody was marked at all it warns, and says that nobody will be absent', () => {
    serve({});
    openClosing(roll([person('林晓芸', null), person('何宇', null)]));

    expect(screen.getByTestId('nobody-called').textContent).toMatch(/没有人点过名.*谁也不记缺课.*请先更正/);
    expect(screen.queryByTestId('closing-people')).toBeNull();
    expect(words()).not.toContain('各计一次缺课');
  });

  test('where everybody came nobody is named', () => {
    serve({});
    openClosing(roll([person('周建强', 'present')]));

    expect(screen.getByTestId('closing-count').textContent).toBe('没有人缺课');
    expect(screen.getByTestId('close-now').textContent).toBe('确认考勤');
  });

  test('done once, with the roll as it then is', async () => {
    const after = closed(called);
    const server = serve({ 'attendance.close': { data: after } });
    const onClose = openClosing(called);

    fireEvent.click(screen.getByTestId('close-now'));
    fireEvent.click(screen.getByTestId('close-now'));
    await pass(10);

    expect(server.calls.map(one => one.input)).toEqual([
      { actId: expect.any(String), sectionId: 'tea', lessonIndex: 0 },
    ]);
    expect(onClose).toHaveBeenCalledWith(after);
  });

  test('closed by a colleague meanwhile: it is said, and nothing is pretended', async () => {
    serve({ 'attendance.close': { refuse: 'ROLL_CLOSED' } });
    const onClose = openClosing(called);

    fireEvent.click(screen.getByTestId('close-now'));
    await pass(10);

    expect(screen.getByTestId('close-now-fault').textContent).toContain('工会已经确认');
    expect(onClose).not.toHaveBeenCalled();
  });
});

describe('a correction', () => {
  function openCorrection(who: RollPerson, view = called) {
    const onClose = jest.fn();
    render(<CorrectSheet roll={view} person={who} onClose={onClose} />);
    return onClose;
  }
  const correct = () => fireEvent.click(screen.getByTestId('correct-now'));

  test('wants a state, then a reason, and sends nothing before', async () => {
    const server = serve({});
    openCorrection(person('林晓芸', null));

    correct();
    expect(screen.getByTestId('correct-now-fault').textContent).toContain('请先选改成什么');
    fireEvent.click(screen.getByTestId('correct-present'));
    correct();
    expect(screen.getByTestId('correct-now-fault').textContent).toContain('请写一句原因');
    type('correct-reason', '   ');
    correct();
    await pass(10);

    expect(server.calls).toEqual([]);
  });

  test('a lost answer is the same act again', async () => {
    const lost: Doing[] = ['lost reply', 'lost reply', 'lost reply', 'lost reply'];
    const server = serve({ 'attendance.correct': () => lost.shift() ?? { data: called } });
    const onClose = openCorrection(person('林晓芸', null));
    fireEvent.click(screen.getByTestId('correct-late'));
    type('correct-reason', '老师确认当晚到了');

    correct();
    await pass(10_000);
    expect(onClose).not.toHaveBeenCalled();
    correct();
    await pass(10);

    const [first, ...again] = server.calls.map(one => one.input);
    expect(first).toMatchObject({ memberId: 'm-林晓芸', state: 'late', reason: '老师确认当晚到了' });
    expect(again).toEqual([first, first, first, first]);
    expect(onClose).toHaveBeenCalledWith(called);
  });

  test.each([
    ['an absence that goes', person('何宇', 'absent'), 'present', '这一次不再算缺课'],
    ['an absence that comes', person('周建强', 'present'), 'absent', '会记一次缺课'],
    ['nobody marked, so absent by the closing', person('林晓芸', null), 'leave', '这一次不再算缺课'],
  ])('after the closing it says what becomes of the no-show: %s', (_what, who, state, said) => {
    serve({});
    const view = closed(called);
    openCorrection({ ...who, ...missed(who, view) }, view);

    fireEvent.click(screen.getByTestId(`correct-${state}`));

    expect(words()).toContain(said);
  });

  test('closed without having been called, nobody was absent: a correction takes nothing back', () => {
    serve({});
    const uncalled = closed(roll([person('林晓芸', null), person('何宇', null)]));
    openCorrection(uncalled.people[0]!, uncalled);
    expect(words()).toContain('现在是未点');

    fireEvent.click(screen.getByTestId('correct-present'));
    expect(words()).not.toMatch(/一次缺课|不再算缺课/);
  });

  test('before the closing, and for a guest, nothing is said of no-shows', () => {
    serve({});
    openCorrection(person('何宇', 'absent'));
    fireEvent.click(screen.getByTestId('correct-absent'));
    expect(words()).not.toMatch(/一次缺课|不再算缺课/);
    cleanup();

    openCorrection(person('欧阳雪梅', null, { as: 'walk-in', seat: null }), closed(called));
    fireEvent.click(screen.getByTestId('correct-absent'));
    expect(words()).not.toMatch(/一次缺课|不再算缺课/);
  });
});
