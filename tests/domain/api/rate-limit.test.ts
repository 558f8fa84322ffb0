import fc from 'fast-check';
import { CONTRACT, type EndpointName } from '../../../domain/api';
import { REOPENING_RETRY_MS } from '../../../domain/line/full-memory';
import {
  DEAR,
  isJustBefore,
  isRiskyRank,
  NARROW,
  paceOf,
  payEarly,
  takeToken,
  WIDE,
  type Early,
  type Bucket,
  type Pace,
} from '../../../domain/api/rate-limit';

/** Calls at these instants: how long each was told to wait. */
function waitsOf(instants: readonly number[], pace?: Pace): number[] {
  let bucket: Bucket | undefined;
  return instants.map(now => {
    const taken = takeToken(bucket, now, pace);
    bucket = taken.bucket;
    return taken.waitMs;
  });
}
const letIn = (waits: readonly number[]) => waits.filter(wait => wait === 0).length;
const every = (ms: number, count: number) => Array.from({ length: count }, (_, index) => index * ms);

test('five taps at once at five sections are let in, and the board each second for an hour', () => {
  expect(letIn(waitsOf(every(0, 25)))).toBe(25);
  expect(letIn(waitsOf(every(1_000, 3_600)))).toBe(3_600);
});

test('50 calls a second are let in as often as one comes at the right pace, and no more', () => {
  const seconds = 60;
  const hammered = letIn(waitsOf(every(20, 50 * seconds)));

  expect(hammered).toBeGreaterThanOrEqual(WIDE.size + (seconds * 1_000) / WIDE.everyMs - 1);
  expect(hammered).toBeLessThanOrEqual(WIDE.size + (seconds * 1_000) / WIDE.everyMs + 1);
});

test.each([
  ['WIDE', WIDE],
  ['NARROW', NARROW],
  ['DEAR', DEAR],
])('who comes when told is let in: %s', (_, pace) => {
  const full = waitsOf(every(0, pace.size + 1), pace);
  const wait = full.at(-1)!;

  expect(wait).toBe(pace.everyMs);
  expect(waitsOf([...every(0, pace.size + 1), wait], pace).at(-1)).toBe(0);
});

test('every endpoint has a pace: what costs much the dear one, for everybody; all others the wide, a machine the narrow', () => {
  const dear = (Object.keys(CONTRACT) as EndpointName[]).filter(name => paceOf(name, false) === DEAR);

  expect(dear).toEqual(
    expect.arrayContaining(['member.data', 'member.eraseLook', 'member.save', 'export.mine', 'export.make']),
  );
  for (const name of Object.keys(CONTRACT) as EndpointName[]) {
    expect(paceOf(name, false)).toBe(dear.includes(name) ? DEAR : WIDE);
    expect(paceOf(name, true)).toBe(dear.includes(name) ? DEAR : NARROW);
  }
});

test('nobody who means well meets the dear pace: a dozen sheets in two minutes, a page opened ten times', () => {
  expect(letIn(waitsOf(every(10_000, 12), DEAR))).toBe(12);
  expect(letIn(waitsOf(every(500, 10), DEAR))).toBe(10);
  expect(letIn(waitsOf(every(20, 3_000), DEAR))).toBeLessThanOrEqual(DEAR.size + 10);
});

test('a bucket that rested is full, and never fuller', () => {
  const rested = [...every(0, WIDE.size), ...every(0, WIDE.size + 1).map(() => 10 * WIDE.size * WIDE.everyMs)];

  expect(letIn(waitsOf(rested))).toBe(2 * WIDE.size);
});

test('a clock that went back gives nothing and takes nothing', () => {
  const { bucket } = takeToken({ tokens: 5, at: 10_000 }, 1_000);

  expect(bucket).toEqual({ tokens: 4, at: 1_000 });
});

describe('a claim before its time', () => {
  /** Asks at these instants and pays for each that is let in; which were. */
  function asked(instants: readonly number[], early: (now: number) => Early | undefined, pace: Pace = WIDE): number[] {
    let bucket: Bucket | undefined;
    return instants.filter(now => {
      const taken = takeToken(bucket, now, pace, true);
      const before = taken.waitMs === 0 ? early(now) : undefined;
      bucket = before ? payEarly(taken.bucket, before, pace) : taken.bucket;
      return taken.waitMs === 0;
    });
  }
  const beforeStroke = (now: number) => (now < 0 ? ('NOT_OPEN' as const) : undefined);
  /** The slowest of those who tap once, when they see the button. */
  const SLOW_TAP_MS = 700;

  test.each([
    ['WIDE', WIDE],
    ['NARROW', NARROW],
  ])('whoever hammers before the stroke is not let in before who taps once after it: %s', (_, pace) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 200, max: 5_000 }), (everyMs, beforeMs) => {
        const taps = Math.floor((beforeMs + SLOW_TAP_MS) / everyMs);
        const instants = every(everyMs, taps).map(ms => ms - beforeMs);
        const first = asked(instants, beforeStroke, pace).find(now => now >= 0);
        expect(first ?? Infinity).toBeGreaterThan(SLOW_TAP_MS);
      }),
    );
  });

  test('only in the last seconds before an opening', () => {
    expect([-15_001, -15_000, -1].map(now => isJustBefore(0, now))).toEqual([false, true, true]);
  });

  test('one tap too early has no consequence', () => {
    expect(asked([-50, 100, 150, 200], beforeStroke)).toEqual([-50, 100, 150, 200]);
  });

  test('at the pace that the answer asks for nobody is kept waiting for a place that reopens, with the board each second', () => {
    const asks = every(REOPENING_RETRY_MS, 5);
    const looks = every(1_000, 11).map(ms => ms + 300);
    const all = [...asks, ...looks].sort((a, b) => a - b);
    expect(asked(all, now => (asks.includes(now) ? 'REOPENING' : undefined))).toEqual(all);
  });

  test('whoever asks for it without end gets to ask less often than who waits as told', () => {
    const often = asked(every(20, 500), () => 'REOPENING');
    expect(often.length).toBeLessThanOrEqual(3 + Math.ceil(10_000 / 2_200));
    expect(asked(every(2_500, 5), () => 'REOPENING')).toHaveLength(5);
  });
});

test('WeChat’s ranks 3 and 4 are risky', () => {
  expect([0, 2, 3, 4].map(isRiskyRank)).toEqual([false, false, true, true]);
});

describe('what an empty bucket answers', () => {
  const pace: Pace = { size: 10, everyMs: 1_000 };

  test('how long until the next token, to the millisecond', () => {
    expect(takeToken({ tokens: 0.25, at: 0 }, 0, pace)).toEqual({ bucket: { tokens: 0.25, at: 0 }, waitMs: 750 });
    expect(takeToken({ tokens: 0.25, at: 0 }, 500, pace)).toEqual({ bucket: { tokens: 0.75, at: 500 }, waitMs: 250 });
    expect(takeToken({ tokens: 0.25, at: 0 }, 750, pace)).toEqual({ bucket: { tokens: 0, at: 750 }, waitMs: 0 });
  });

  test('after a claim before its time it fills while no claim is sent, and not while one is', () => {
    const early = { tokens: -1, at: 0, early: true as const };
    expect(takeToken(early, 500, pace, true)).toEqual({ bucket: { ...early, at: 500 }, waitMs: 2_000 });
    expect(takeToken(early, 500, pace)).toEqual({ bucket: { tokens: -0.5, at: 500, early: true }, waitMs: 1_500 });
  });

  test('other claims wait as every call does', () => {
    expect(takeToken({ tokens: 0, at: 0 }, 500, pace, true)).toEqual({ bucket: { tokens: 0.5, at: 500 }, waitMs: 500 });
    expect(takeToken(undefined, 0, { size: 0, everyMs: 1_000 }, true)).toEqual({
      bucket: { tokens: 0, at: 0 },
      waitMs: 1_000,
    });
  });
});
