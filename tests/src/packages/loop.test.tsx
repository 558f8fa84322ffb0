import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { BatchCard, CourseLoop } from '../../../domain/api';
import { DAY, MINUTE } from '../../../domain/base/clock';
import { loopOf, type LoopFacts } from '../../../domain/loop/loop';
import { LoopLine } from '../../../src/features/loop/line';
import { me } from '../../../src/app/known/member';
import LoopDesk from '../../../src/packages/staff/loop/index';
import { NOW } from '../../domain/draft/drafts';
import { serve } from '../server';
import { phone } from '../taro';

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: NOW });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const textOf = (testId: string) => screen.getByTestId(testId).textContent!;

const course = (key: string, change: Partial<LoopFacts>): CourseLoop => ({
  key,
  course: key,
  stages: [...loopOf({ wish: null, turnedAway: 0, draft: null, batch: null, ...change }, NOW)],
});
const batch = {
  batchId: 'b',
  title: '第一期',
  life: 'over' as const,
  runners: '益才教育',
  seats: 30,
  unclosed: 0,
  attendance: null,
  ratingsClosed: true,
  rated: { satisfied: 0.96, people: 28 },
};
const guqin = course('古琴', { wish: { wishId: 'w', people: 42, answer: null, met: false } });

describe('the desk', () => {
  const open = async () => {
    me.store.setState({ data: { roles: ['staff'], profile: null } as never, savedAt: Date.now() });
    const server = serve({
      'loop.courses': { data: { courses: [guqin, course('茶艺', { batch })] } },
      'loop.course': { data: { course: course('茶艺', { batch: { ...batch, attendance: 0.9 } }) } },
    });
    render(<LoopDesk />);
    await pass(10);
    return server;
  };

  test('a row says where the course stands and leads to the next act; a screen reader hears all five stages', async () => {
    await open();

    expect(textOf('loop-古琴')).toContain('主导：还没有答复');
    expect(screen.getByTestId('open-古琴').querySelector('[role=img]')!.getAttribute('aria-label')).toBe(
      '提出，已有：42 人想学；主导，现在：还没有答复；承办，还没有；参与，还没有；评价，还没有',
    );
    fireEvent.click(screen.getByTestId('next-古琴'));
    await pass(10);
    expect(phone.went().at(-1)).toContain('/packages/staff/wishes/index?wishId=w');
  });

  test('a course that rests says what came of it, and can be held again; attendance comes with its sheet', async () => {
    await open();
    expect(textOf('loop-茶艺')).toContain('满意 96%（28 人评）');
    expect(textOf('next-茶艺')).toBe('照往期再办');

    fireEvent.click(screen.getByTestId('open-茶艺'));
    await pass(10);
    expect(screen.getByText('30 座，到课 90%')).toBeTruthy();
  });
});

describe('the line of a class', () => {
  const card = (opensAt: number, closesAt: number) => ({ batchId: 'b', opensAt, closesAt }) as BatchCard;
  const line = async (of: BatchCard, sectionId: string) => {
    const server = serve({ 'loop.section': { data: { words: ['职工提出 42', '工会立项', '益才教育承办'] } } });
    render(<LoopLine batch={of} sectionId={sectionId} now={NOW} />);
    await pass(10);
    return server;
  };

  test.each([
    ['days before', card(NOW + 2 * DAY, NOW + 9 * DAY), true],
    ['in the waiting room', card(NOW + MINUTE, NOW + 9 * DAY), false],
    ['while seats are given', card(NOW - MINUTE, NOW + 9 * DAY), false],
    ['afterwards', card(NOW - 9 * DAY, NOW - DAY), true],
  ])('%s', async (when, of, shown) => {
    const server = await line(of, `s-${when.length}`);

    expect(server.asked('loop.section')).toBe(shown ? 1 : 0);
    if (shown) expect(textOf('loop-line')).toBe('职工提出 42 → 工会立项 → 益才教育承办');
    else expect(screen.queryByTestId('loop-line')).toBeNull();
  });
});
