import { CONTRACT, type EndpointName } from '../../../domain/contract';
import { DEAR, NARROW, paceOf, takeToken, WIDE, type Bucket, type Pace } from '../../../domain/rules/rate-limit';

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
