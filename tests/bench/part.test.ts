import type { Contender } from '../../bench/contenders/contender';
import { goalsOf } from '../../bench/goals';
import { median, runPart, type Entry, type Result } from '../../bench/part';
import { markdownTable, textTable } from '../../bench/report';
import type { Row } from '../../bench/row';
import { rush } from '../../bench/scene';

const SOUND = {
  seated: 360,
  waiting: 120,
  oversold: 0,
  duplicates: 0,
  mistold: 0,
  outOfOrder: 0,
  wrongFull: 0,
  unanswered: 0,
};
const row = (more: Partial<Row> = {}): Row => ({
  people: 1000,
  wallMs: 1000,
  claimsPerSecond: 1000,
  p50Ms: 1,
  p99Ms: 2,
  generatorCpuMicrosPerClaim: 10,
  retries: 0,
  ...more,
});
const entry = (id: string): Entry => ({
  contender: { id, label: id, start: async () => 'unused' } satisfies Contender,
  scene: rush(10, 1),
  settings: { connections: 1, load: () => Promise.reject(new Error('unused')) },
});
const result = (id: string, more: Partial<Row>): Result => ({ id, label: id, rounds: [], median: row(more) });

test('rounds are interleaved, each begins with another contender, and the median is taken', async () => {
  const order: string[] = [];
  const walls = { a: [5, 1, 9], b: [2, 2, 2], c: [1, 2, 3] } as Record<string, number[]>;

  const results = await runPart(
    ['a', 'b', 'c'].map(entry),
    3,
    () => undefined,
    async ({ id }) => {
      order.push(id);
      return row({ wallMs: walls[id]!.shift()! });
    },
  );

  expect(order.join('')).toBe('abcbcacab');
  expect(results.map(({ median }) => median?.wallMs)).toEqual([5, 2, 2]);
});

test('of the checks the worst counts, not the median', async () => {
  const oversold = [0, 3, 0];

  const [one] = await runPart(
    [entry('a')],
    3,
    () => undefined,
    async () => row({ check: { ...SOUND, oversold: oversold.shift()! } }),
  );

  expect(one!.median!.check!.oversold).toBe(3);
  expect(textTable([one!])).toContain('oversold 3');
});

test('a contender that is not installed is asked once and says so in the tables', async () => {
  let asked = 0;

  const results = await runPart(
    [entry('a')],
    3,
    () => undefined,
    async () => {
      asked += 1;
      return 'not installed';
    },
  );

  expect(asked).toBe(1);
  expect(textTable(results)).toContain('not installed');
  expect(markdownTable(results)).toContain('not installed');
});

test('the median of an even number is the mean of the middle two', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

const goal = (parts: Parameters<typeof goalsOf>[0], text: string) =>
  goalsOf(parts).find(one => one.text.includes(text))!;
const NONE = { rush: [], open: [], winners: [], scale: [] };

test('goals are ratios within the run, marked pass or short, and n/a where a row is missing', () => {
  const parts = (ours: number) => ({
    ...NONE,
    rush: [
      result('ours', { wallMs: ours, check: SOUND }),
      result('redis-pipelined', { wallMs: 1000 }),
      result('bare', { wallMs: 500 }),
    ],
  });

  expect(goal(parts(900), 'pipelined Redis that ours takes')).toMatchObject({ value: '0.90', state: 'pass' });
  expect(goal(parts(1100), 'pipelined Redis that ours takes')).toMatchObject({ value: '1.10', state: 'short' });
  expect(goal(parts(1100), 'bare responder')).toMatchObject({ value: '2.20', state: 'short' });
  expect(goal(parts(900), 'than the template')).toMatchObject({ state: 'n/a' });
});

test('an unsound record is a goal missed, the template’s excepted', () => {
  const bad = { ...SOUND, outOfOrder: 1 };

  expect(goal({ ...NONE, rush: [result('ours', { check: bad })] }, 'not sound').state).toBe('short');
  expect(
    goal({ ...NONE, rush: [result('ours', { check: SOUND }), result('template', { check: bad })] }, 'not sound').state,
  ).toBe('pass');
});
