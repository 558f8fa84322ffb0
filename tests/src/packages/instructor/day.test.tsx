import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { DAY, HOUR, MINUTE, SECOND } from '../../../../domain/base/clock';
import { addMarks, openOutbox, outbox } from '../../../../src/features/roll/outbox';
import { rollOf } from '../../../../src/features/roll/rolls';
import {
  alsoToday,
  lessonsOf,
  nextLesson,
  rollsToKeep,
  type TaughtSection,
} from '../../../../src/packages/instructor/sections/day';
import InstructorSections from '../../../../src/packages/instructor/sections/index';
import { section } from '../../sample';
import { serve } from '../../server';
import { phone } from '../../taro';
import { BEGINS, Classroom, idOf, KEY, LESSON } from './classroom';

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

const room = new Classroom();
const tea: TaughtSection = { ...room.card, seated: 6, waiting: 0 };
const morning = BEGINS - 10 * HOUR;
const guqin: TaughtSection = {
  ...section({
    sectionId: 'guqin',
    course: '古琴',
    lessons: [
      { startsAt: morning, endsAt: morning + 2 * HOUR },
      { startsAt: BEGINS + 2 * DAY, endsAt: BEGINS + 2 * DAY + HOUR, cancelled: true },
      { startsAt: BEGINS + 3 * DAY, endsAt: BEGINS + 3 * DAY + HOUR },
    ],
  }),
  seated: 3,
  waiting: 1,
};
const lessons = lessonsOf([tea, guqin]);
const named = ({ section: { sectionId }, lessonIndex }: (typeof lessons)[number]) => `${sectionId}/${lessonIndex}`;

describe('which lesson is next', () => {
  test('the one that is on until its end, then the one that comes', () => {
    const at = (now: number) => named(nextLesson(lessons, now)!);

    expect(at(BEGINS - HOUR)).toBe('tea/2');
    expect(at(BEGINS + 1.5 * HOUR - 1)).toBe('tea/2');
    expect(at(BEGINS + 1.5 * HOUR)).toBe('guqin/2');
  });

  test('a lesson that is called off, or a class, is none', () => {
    expect(lessons.map(named)).not.toContain('guqin/1');
    expect(lessonsOf([{ ...tea, cancelledAt: 1 }])).toEqual([]);
    expect(nextLesson(lessons, BEGINS + 30 * DAY)).toBeUndefined();
  });

  test('what else there is today keeps what is over', () => {
    expect(alsoToday(lessons, BEGINS).map(named)).toEqual(['guqin/0']);
    expect(alsoToday(lessons, BEGINS + DAY)).toEqual([]);
  });

  test('of a class in which I stand in, only that lesson is mine', () => {
    const mine = lessonsOf([{ ...guqin, only: [2] }]);

    expect(mine.map(named)).toEqual(['guqin/2']);
    expect(rollsToKeep(mine, BEGINS)).toEqual(['guqin/2']);
  });

  test("today's rolls and the next of each class are kept on the phone", () => {
    expect(rollsToKeep(lessons, BEGINS).sort()).toEqual(['guqin/0', 'guqin/2', 'tea/2']);
  });
});

describe('my day', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: BEGINS - 40 * MINUTE });
    phone.reset();
    outbox.setState({}, true);
    openOutbox();
    for (const key of [KEY, 'guqin/0', 'guqin/2'])
      rollOf(key).store.setState({ data: undefined, savedAt: 0, failed: undefined, asking: false });
  });
  afterEach(async () => {
    await pass(2 * SECOND);
    cleanup();
    jest.useRealTimers();
  });

  async function open(rules: Parameters<typeof serve>[0] = {}) {
    const server = serve({ 'roll.sections': { data: { sections: [tea, guqin] } }, ...room.rules, ...rules });
    render(<InstructorSections />);
    await pass(50);
    return server;
  }

  test('before its time the list can be looked at, then the roll called and the code shown', async () => {
    await open();
    expect(screen.getByTestId('to-roll').textContent).toBe('看名单');
    expect(screen.queryByTestId('to-code')).toBeNull();
    expect(screen.getByTestId('next-lesson').textContent).toContain('今晚 19:00 起可以点名和签到');

    await pass(10 * MINUTE + 30 * SECOND);
    expect(screen.getByTestId('to-roll').textContent).toBe('点名');
    fireEvent.click(screen.getByTestId('to-code'));

    expect(phone.went()).toEqual(['/packages/instructor/code/index?sectionId=tea&lessonIndex=2']);
  });

  test('two classes of one name are told apart by their batch', async () => {
    const autumn = { ...tea, batchTitle: '2026 秋季第二期' };
    const spring = { ...guqin, course: tea.course, name: tea.name, batchTitle: '2027 春季第一期' };
    await open({ 'roll.sections': { data: { sections: [autumn, spring] } } });

    expect(screen.getByTestId('next-lesson').textContent).toContain('2026 秋季第二期');
    expect(screen.getByTestId('today-row').textContent).toContain('2027 春季第一期');
    const rows = screen.getAllByTestId('taught-row').map(one => one.textContent);
    expect(rows).toEqual([expect.stringContaining('2026 秋季第二期'), expect.stringContaining('2027 春季第一期')]);
  });

  test('the rolls that may be needed in a basement are fetched while there is signal', async () => {
    const server = await open();
    const looked = server.calls.filter(one => one.endpoint === 'roll.lesson').map(one => one.input);

    expect(looked).toContainEqual({ sectionId: 'tea', lessonIndex: 2 });
    expect(looked).toContainEqual({ sectionId: 'guqin', lessonIndex: 2 });
    expect(rollOf(KEY).store.getState().data?.people).toHaveLength(6);
  });

  test('what a lesson still has to send is told here, and sent from here', async () => {
    const sent = new Classroom();
    jest.setSystemTime(BEGINS + 5 * MINUTE);
    addMarks({ ...LESSON, title: '茶艺一班 第 3 次课' }, [
      { memberId: idOf('王桂芳'), name: '王桂芳', state: 'present', seen: 0 },
    ]);
    await open({ 'roll.mark': 'no network' });
    expect(screen.getByTestId('unsent-lesson').textContent).toContain('茶艺一班 第 3 次课：1 条点名没传上去');
    act(() =>
      addMarks({ ...LESSON, title: '茶艺一班 第 3 次课' }, [
        { memberId: idOf('刘建国'), name: '刘建国', state: 'late', seen: 0 },
      ]),
    );

    serve({ 'roll.lesson': sent.rules['roll.lesson'], 'roll.mark': sent.mark });
    await pass(10 * SECOND);

    expect(screen.queryByTestId('unsent-lesson')).toBeNull();
    expect(sent.roll.marks.map(one => [one.memberId, one.state])).toEqual([
      [idOf('王桂芳'), 'present'],
      [idOf('刘建国'), 'late'],
    ]);
  });
});
