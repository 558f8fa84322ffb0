import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { SignedReport, SpanNumbers } from '../../../domain/api';
import type { Numbers } from '../../../domain/report/numbers';
import { me } from '../../../src/app/known/member';
import { yearLayout } from '../../../src/packages/staff/report/layout';
import { signedReports, numbersOf } from '../../../src/packages/staff/report/known';
import ReportDesk from '../../../src/packages/staff/report/index';
import { widthOf } from '../../../charts/svg';
import { drawSvg, type Ctx } from '../../../src/ui/drawing/draw-svg';
import type { Picture } from '../../../src/ui/drawing/picture';
import { serve, type Doing } from '../server';
import { phone } from '../taro';

const NOW = Date.UTC(2027, 11, 10, 4);
const YEAR = { from: '2027-01-01', to: '2027-12-31' };
const unknown = { data: undefined, savedAt: 0, failed: undefined };
beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: NOW });
  signedReports.store.setState(unknown);
  numbersOf(YEAR).store.setState(unknown);
  me.store.setState({ data: { roles: ['staff'], profile: null } as never, savedAt: Date.now() });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const tap = (testId: string) => fireEvent.click(screen.getByTestId(testId));
const textOf = (testId: string) => screen.getByTestId(testId).textContent!;

const zero: Numbers = {
  batches: 0,
  courses: 0,
  sections: 0,
  lessons: 0,
  seats: 0,
  people: 0,
  gone: 0,
  visits: 0,
  minutes: 0,
  newcomers: 0,
  employers: 0,
  employersNamed: [],
  rate: null,
  satisfied: null,
  turnedAway: 0,
  turnedAwayAtLeast: false,
  wishes: { proposed: 0, answered: 0, taken: 0, opened: 0 },
  organisations: 0,
  instructors: 0,
  openLessons: 0,
  byCourse: [],
  bySection: [],
  byOrganisation: [],
  byMonth: [],
};
const group = (name: string, visits: number) => ({
  name,
  sections: 1,
  lessons: 8,
  seats: 20,
  people: 20,
  visits,
  minutes: visits * 90,
  rate: 0.9,
  satisfied: null,
});
const busy: Numbers = {
  ...zero,
  batches: 12,
  courses: 2,
  sections: 72,
  lessons: 720,
  people: 3_991,
  gone: 4,
  visits: 15_299,
  minutes: 1_215_000,
  rate: 0.91,
  turnedAwayAtLeast: true,
  openLessons: 3,
  organisations: 5,
  byCourse: [group('茶艺', 9_000), group('合唱', 6_299)],
  byMonth: Array.from({ length: 12 }, (_, index) => ({
    month: `2027-${String(index + 1).padStart(2, '0')}`,
    lessons: 60,
    people: 900,
    visits: 1_200,
    minutes: 9_000,
  })),
};
const whole: SpanNumbers = {
  missing: [],
  numbers: busy,
  before: { ...zero, people: 2_100, lessons: 400 },
  print: 'a'.repeat(32),
  union: '永川区总工会',
  text: '2027年，永川区总工会……',
};
const signed: SignedReport = {
  reportId: '2027-2',
  ...YEAR,
  at: NOW - 60_000,
  byName: '王敏',
  text: '2027年……',
  replacesAt: NOW - 86_400_000,
};

async function open(change: Parameters<typeof serve>[0] = {}) {
  const server = serve({ 'report.span': { data: whole }, 'report.list': { data: { reports: [] } }, ...change });
  render(<ReportDesk />);
  await pass(10);
  return server;
}
const inputOf = (server: ReturnType<typeof serve>, endpoint: string) =>
  server.calls.find(one => one.endpoint === endpoint)?.input;

describe('the numbers of a span', () => {
  test('each stands beside the one of the year before, with what has to be said with it', async () => {
    const server = await open();

    expect(inputOf(server, 'report.span')).toEqual(YEAR);
    expect(textOf('figure-people')).toContain('3991 人');
    expect(textOf('figure-people')).toContain('上年同期 2100');
    expect(textOf('figure-people')).toContain('其中 4 人已删除资料或去掉名字，按班计');
    expect(textOf('figure-visits')).toContain('1.5 万 人次');
    expect(textOf('figure-rate')).toContain('91%');
    // Nobody knows, which is not the same as nobody.
    expect(textOf('figure-turnedAway')).toContain('—');
    expect(textOf('open-lessons')).toContain('还有 3 次课没结课');
  });

  test('while sums are missing it asks again by itself, and says how many are left', async () => {
    let left = 3;
    const server = await open({
      'report.span': (): Doing => {
        left -= 1;
        return { data: left > 0 ? { missing: Array.from({ length: left }, String), numbers: null } : whole };
      },
    });
    expect(textOf('span-left')).toContain('还有 2 期');

    for (let round = 0; round < 5; round += 1) await pass(200);

    expect(server.asked('report.span')).toBe(3);
    expect(screen.queryByTestId('span-left')).toBeNull();
    expect(textOf('figure-sections')).toContain('72');
  });

  test('where the network breaks on the way, it stops, says so, and goes on after a tap', async () => {
    let broken = false;
    const server = await open({
      'report.span': (): Doing => (broken ? 'no network' : { data: { missing: ['b'], numbers: null } }),
    });
    broken = true;
    await pass(60_000);
    const asked = server.calls.length;
    expect(textOf('aged')).toContain('网断了');
    await pass(60_000);
    expect(server.calls.length).toBe(asked);
    broken = false;
    fireEvent.click(screen.getByText(/点这里再试/));
    await pass(10);
    expect(server.calls.length).toBe(asked + 1);
  });

  test('each number opens its definition', async () => {
    await open();
    tap('figure-people');
    expect(textOf('definition')).toContain('上几个班都算一个人');
  });

  test('a span of which there is nothing says so in a sentence', async () => {
    await open({ 'report.span': { data: { ...whole, numbers: zero, before: zero, text: '没有数字可写。' } } });
    expect(textOf('no-numbers')).toContain('没有数字可写');
  });

  test.each([
    ['2027-05-02', '2027-05-01', '结束要在开始之后'],
    ['2026-01-01', '2027-05-01', '最长一年'],
    ['', '', '请选好开始和结束的日期'],
  ])('自选 from %s to %s asks nobody and says why', async (from, to, why) => {
    const server = await open();
    fireEvent.click(screen.getAllByTestId('span-kind')[3]!);
    fireEvent.change(screen.getByTestId('span-from'), { target: { value: from } });
    fireEvent.change(screen.getByTestId('span-to'), { target: { value: to } });
    tap('span-go');
    await pass(10);
    expect(textOf('span-bad')).toContain(why);
    expect(server.asked('report.span')).toBe(1);
  });
});

describe('what is done with them', () => {
  test('the paragraph is copied as it stands', async () => {
    await open();
    tap('copy-text');
    await pass(10);
    expect(phone.copied()).toBe('2027年，永川区总工会……');
    expect(textOf('copy-text')).toBe('已复制');
  });

  test('定稿 signs the numbers that are shown; a second one says that it takes the place of the first', async () => {
    const server = await open({
      'report.sign': { data: signed },
      'report.list': () => ({ data: { reports: server?.asked('report.sign') ? [signed] : [] } }),
    });
    tap('to-sign');
    expect(screen.queryByTestId('sign-again')).toBeNull();
    tap('sign-now');
    await pass(10);

    expect(inputOf(server, 'report.sign')).toMatchObject({ ...YEAR, print: 'a'.repeat(32) });
    expect(textOf('signed-2027-2')).toContain('王敏');
    expect(textOf('signed-2027-2')).toMatch(/代替 12月9日 .*那一份/);
    tap('to-sign');
    expect(textOf('sign-again')).toContain('已经有一份定稿');
  });

  test('numbers that have changed since are not signed, and are shown anew', async () => {
    const server = await open({ 'report.sign': { refuse: 'REPORT_CHANGED' } });
    tap('to-sign');
    tap('sign-now');
    await pass(10);
    expect(screen.getByText(/刚才数字变了/)).toBeTruthy();
    expect(server.asked('report.span')).toBe(2);
  });

  test('a signed report is downloaded as it was signed', async () => {
    const server = await open({
      'report.list': { data: { reports: [signed] } },
      'report.file': { refuse: 'REPORT_NOT_FOUND' },
    });
    tap('download-2027-2');
    await pass(10);
    expect(inputOf(server, 'report.file')).toEqual({ ...YEAR, reportId: '2027-2' });
    expect(textOf('not-saved')).toContain('没有找到这份定稿');
  });
});

describe('the picture', () => {
  const facts = { span: YEAR, union: '永川区总工会', numbers: busy, foot: '只算结了课的课，12月10日 统计' };
  const expectSound = ({ width, height, strokes }: Picture) => {
    for (const one of strokes) {
      const wide = one.draw === 'text' ? widthOf(one.text, one.size) : one.width;
      const left = one.draw === 'text' && one.align === 'right' ? one.x - wide : one.x;
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left + wide).toBeLessThanOrEqual(width);
      expect(one.y + (one.draw === 'text' ? 0 : one.height)).toBeLessThanOrEqual(height);
    }
  };

  test.each([
    ['a busy year', facts],
    [
      'a long span, a long name',
      { ...facts, span: { from: '2026-12-15', to: '2027-11-30' }, union: '重庆市永川区职工服务中心和总工会联合会' },
    ],
    [
      'millions',
      {
        ...facts,
        numbers: {
          ...busy,
          visits: 12_345_678,
          minutes: 999_999_999,
          wishes: { proposed: 12_000, answered: 9, taken: 8_000, opened: 7 },
        },
      },
    ],
    ['an empty year', { ...facts, numbers: zero }],
  ])('nothing lies outside of it: %s', (_, some) => {
    expectSound(yearLayout(some));
  });

  test('the words of a chart are drawn as its shapes are', () => {
    const chart = yearLayout(facts).strokes.find(one => one.draw === 'svg');
    if (chart?.draw !== 'svg') throw new Error('There is a chart');
    const drawn: string[] = [];
    const ctx = new Proxy({} as Record<string, unknown>, {
      get: (own, name) =>
        name === 'fillText' ? (words: string) => drawn.push(words) : (own[name as string] ?? (() => undefined)),
    });
    drawSvg(ctx as unknown as Ctx, chart.svg.replace('茶艺', 'A&amp;B'), chart);
    expect(drawn).toEqual(['A&B', '9000 人次', '合唱', '6299 人次']);
  });
});
