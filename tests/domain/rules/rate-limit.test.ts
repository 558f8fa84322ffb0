import { BUCKET_SIZE, takeToken, TOKEN_EVERY_MS, type Bucket } from '../../../domain/rules/rate-limit';

/** Calls at these instants: how long each was told to wait. */
function waitsOf(instants: readonly number[]): number[] {
  let bucket: Bucket | undefined;
  return instants.map(now => {
    const taken = takeToken(bucket, now);
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

  expect(hammered).toBeGreaterThanOrEqual(BUCKET_SIZE + (seconds * 1_000) / TOKEN_EVERY_MS - 1);
  expect(hammered).toBeLessThanOrEqual(BUCKET_SIZE + (seconds * 1_000) / TOKEN_EVERY_MS + 1);
});

test('who comes when told is let in', () => {
  const full = waitsOf(every(0, BUCKET_SIZE + 1));
  const wait = full.at(-1)!;

  expect(wait).toBe(TOKEN_EVERY_MS);
  expect(waitsOf([...every(0, BUCKET_SIZE + 1), wait]).at(-1)).toBe(0);
});

test('a bucket that rested is full, and never fuller', () => {
  const rested = [...every(0, BUCKET_SIZE), ...every(0, BUCKET_SIZE + 1).map(() => 10 * BUCKET_SIZE * TOKEN_EVERY_MS)];

  expect(letIn(waitsOf(rested))).toBe(2 * BUCKET_SIZE);
});

test('a clock that went back gives nothing and takes nothing', () => {
  const { bucket } = takeToken({ tokens: 5, at: 10_000 }, 1_000);

  expect(bucket).toEqual({ tokens: 4, at: 1_000 });
});
