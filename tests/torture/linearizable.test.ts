import { startEmulated } from '../emulated';
import { recordHistories } from '../../torture/histories';
import { sentenceOf, type Answered, type Operation } from '../../torture/history';
import { isLineHistory, type Joining } from '../../torture/line-model';
import { Random } from '../../scripts/crowd/random';
import { builtWith, type Seed } from './variant';

/** `HISTORIES=2000` for the full run. */
const COUNT = Number(process.env.HISTORIES ?? 120);
const SIZE = { capacity: 1, waitlistLimit: 1 };

let number = 0;
const operation = (
  memberId: string,
  kind: Operation['kind'],
  [begin, end]: [number, number],
  answer: Answered,
): Operation => ({ number: ++number, memberId, kind, sectionId: 's', begin, end, beginMs: begin, endMs: end, answer });

const yours = (state: 'SEATED' | 'WAITING', at: number, already = false): Answered => ({
  kind: 'claimed',
  claimed: { place: { sectionId: 's', state, number: 1, behind: 0, at }, already, clearedSectionIds: [] },
});
const full: Answered = { kind: 'refused', code: 'FULL' };

describe('the checker knows what a line may answer', () => {
  test('two at once: either may come first', () => {
    const history = [
      operation('a', 'claim', [1, 4], yours('WAITING', 1)),
      operation('b', 'claim', [2, 3], yours('SEATED', 2)),
    ];
    expect(isLineHistory(history, SIZE)).toBe(true);
  });

  test('one after the other: who was answered first stands first', () => {
    const history = [
      operation('a', 'claim', [1, 2], yours('WAITING', 1)),
      operation('b', 'claim', [3, 4], yours('SEATED', 2)),
    ];
    expect(isLineHistory(history, SIZE)).toBe(false);
  });

  test('the line was full before the first one left: who joined it then waited, unless they read their place later', () => {
    const history = [
      operation('a', 'claim', [1, 2], yours('SEATED', 1)),
      operation('b', 'claim', [3, 8], yours('SEATED', 3)),
      operation('c', 'claim', [4, 5], full),
      operation('a', 'drop', [6, 7], { kind: 'left', state: 'SEATED' }),
    ];
    expect(isLineHistory(history, SIZE, 'in one step')).toBe(false);
    expect(isLineHistory(history, SIZE, 'in two steps')).toBe(true);
  });

  test('one seat is not told to two', () => {
    const history = [
      operation('a', 'claim', [1, 4], yours('SEATED', 1)),
      operation('b', 'claim', [2, 3], yours('SEATED', 2)),
    ];
    expect(isLineHistory(history, SIZE)).toBe(false);
  });

  test('two taps of one person are one entry', () => {
    const twice = (second: Answered) => [
      operation('a', 'claim', [1, 4], yours('SEATED', 1)),
      operation('a', 'claim', [2, 3], second),
    ];
    expect(isLineHistory(twice(yours('SEATED', 1, true)), SIZE)).toBe(true);
    expect(isLineHistory(twice(yours('WAITING', 2)), SIZE)).toBe(false);
  });

  test('FULL is told behind a full line, and for 3 s after somebody left it; never of a line that was not full', () => {
    const filled = [
      operation('a', 'claim', [1, 2], yours('SEATED', 1)),
      operation('b', 'claim', [3, 4], yours('WAITING', 3)),
    ];
    const left = operation('a', 'drop', [5, 6], { kind: 'left', state: 'SEATED' });
    expect(isLineHistory([...filled, operation('c', 'claim', [5, 6], full)], SIZE)).toBe(true);
    expect(isLineHistory([...filled, left, operation('c', 'claim', [7, 8], full)], SIZE)).toBe(true);
    expect(isLineHistory([...filled, left, operation('c', 'claim', [3_007, 3_008], full)], SIZE)).toBe(false);
    expect(isLineHistory([filled[0]!, operation('c', 'claim', [3, 4], full)], SIZE)).toBe(false);
  });

  test('a place that came back opens after 5 s, and not before', () => {
    const history = (at: number) => [
      operation('a', 'claim', [1, 2], yours('SEATED', 1)),
      operation('b', 'claim', [3, 4], yours('WAITING', 3)),
      operation('b', 'drop', [5, 6], { kind: 'left', state: 'WAITING' }),
      operation('c', 'claim', [at, at + 1], yours('WAITING', at)),
    ];
    expect(isLineHistory(history(2_000), SIZE)).toBe(false);
    expect(isLineHistory(history(5_005), SIZE)).toBe(true);
  });

  test('a lost answer may mean yes or no', () => {
    const lost = { ...operation('a', 'claim', [1, 2], { kind: 'unknown', why: 'lost' }), end: Infinity };
    const then = (answer: Answered) => [lost, operation('b', 'claim', [3, 4], answer)];
    expect(isLineHistory(then(yours('SEATED', 3)), SIZE)).toBe(true);
    expect(isLineHistory(then(yours('WAITING', 3)), SIZE)).toBe(true);
    expect(isLineHistory(then(full), SIZE)).toBe(false);
  });
});

/** Whether the environment knows `updateAndReturn`. */
type Environment = 'with it' | 'without it';
const UNKNOWN = { on: 'database', kind: 'unknown', action: 'modifyAndReturnDoc' } as const;

/** The first history of the real functions on three instances that no line could have answered. */
async function unexplained(
  count: number,
  seed?: Seed,
  environment: Environment = 'with it',
  joining: Joining = 'in one step',
): Promise<string | undefined> {
  const built = await builtWith(seed);
  const emulated = await startEmulated({
    functions: built.functions,
    instanceEntry: built.instance,
    instances: { min: 0, max: 3 },
    faults: { databaseLatencyMs: { min: 0, max: 2 }, rules: environment === 'without it' ? [UNKNOWN] : [] },
  });
  try {
    for await (const { operations, size } of recordHistories(emulated, count, new Random(7)))
      if (!isLineHistory(operations, size, joining))
        return [JSON.stringify(size), ...operations.map(sentenceOf)].join('\n');
    return undefined;
  } finally {
    await emulated.stop();
    built.remove();
  }
}

test(`${COUNT} histories of claims and drops at once are linearizable`, async () => {
  expect(await unexplained(COUNT)).toBeUndefined();
}, 600_000);

test(`${COUNT} more in an environment without updateAndReturn, where a claim reads its place`, async () => {
  expect(await unexplained(COUNT, undefined, 'without it', 'in two steps')).toBeUndefined();
}, 600_000);

test.each<[string, Seed]>([
  [
    'joins a line without asking whether it is full',
    { file: 'server/line/join.ts', replace: 'lineCount: _.lt(lineSize(facts)),', by: '' },
  ],
  [
    'joins before whoever came last',
    {
      file: 'server/line/join.ts',
      replace: '_.push([newEntry(memberId, at)])',
      by: '_.push({ each: [newEntry(memberId, at)], position: -1 })',
    },
  ],
  [
    'opens a place while instances still remember the line as full',
    {
      file: 'domain/line/full-memory.ts',
      replace: 'now + REOPEN_MS + Math.floor(random() * (LONGEST_REOPEN_MS - REOPEN_MS + 1))',
      by: 'now',
    },
  ],
])(
  'control: a claim that %s is not',
  async (_title, seed) => {
    expect(await unexplained(100, seed)).toBeDefined();
  },
  120_000,
);
