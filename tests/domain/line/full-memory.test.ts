import fc from 'fast-check';
import {
  FULL_MEMORY_MS,
  isFresh,
  LONGEST_REOPEN_MS,
  receiptOf,
  REOPEN_MS,
  reopenAt,
  rememberFull,
} from '../../../domain/line/full-memory';
import { section, T } from './sections';

const full = rememberFull(section({}, 'ann', 'bo', 'cy'), 1_000)!;

test('only a full line is remembered', () => {
  expect(rememberFull(section({}, 'ann', 'bo'), 1_000)).toBeUndefined();
  expect([...full.memberIds]).toEqual(['ann', 'bo', 'cy']);
});

test.each([
  [1_000, true],
  [1_000 + FULL_MEMORY_MS - 1, true],
  [1_000 + FULL_MEMORY_MS, false],
  [999, false],
])('at %i it may be answered from: %s', (now, fresh) => {
  expect(isFresh(full, now)).toBe(fresh);
});

test('a place reopens at an instant that is drawn: never while a memory of the full line is answered from, never too late', () => {
  const instants = fc.integer({ min: 0, max: 4e12 });
  const draw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  // Clocks of two instances, and the writing itself, may differ by less than 2 s.
  const skew = fc.integer({ min: -1_999, max: 1_999 });
  fc.assert(
    fc.property(instants, draw, skew, fc.nat(REOPEN_MS), (writtenAt, drawn, clocks, before) => {
      const opensAt = reopenAt(writtenAt, () => drawn);
      expect(opensAt - writtenAt).toBeGreaterThanOrEqual(REOPEN_MS);
      expect(opensAt - writtenAt).toBeLessThanOrEqual(LONGEST_REOPEN_MS);
      // Read while the line was full, at the latest when it was written that it is not, by another instance's clock.
      const memory = { ...full, readAt: writtenAt - before + clocks };
      const now = opensAt + clocks;
      expect(isFresh(memory, now)).toBe(false);
      // By the clock of whoever joins, which may be another one again.
      expect(isFresh({ ...full, readAt: writtenAt }, opensAt + clocks)).toBe(false);
    }),
  );
});

test('draws all over those seconds', () => {
  const times = Array.from({ length: 1_000 }, () => reopenAt(0));
  const fifths = new Set(times.map(time => Math.floor((time - REOPEN_MS) / 1_000)));
  expect([...fifths].sort()).toEqual(expect.arrayContaining([0, 1, 2, 3, 4]));
});

test('a place reopens only after every memory of the full line has run out, with 2 s for clocks that differ', () => {
  expect(REOPEN_MS - FULL_MEMORY_MS).toBe(2_000);
});

test('the receipt says when the last seat and the last waiting place went', () => {
  expect(receiptOf(full, 's', 7)).toEqual({
    sectionId: 's',
    opensAt: T,
    lastSeatAt: T + 2_000,
    lastWaitAt: T + 3_000,
    arrivedAt: 7,
  });
  expect(rememberFull(section({ waitlistLimit: 0 }, 'ann', 'bo'), 1)).toMatchObject({
    lastSeatAt: T + 2_000,
    lastWaitAt: null,
  });
});

test('the instant may be any from the earliest to the latest', () => {
  expect(reopenAt(0, () => 0)).toBe(REOPEN_MS);
  expect(reopenAt(0, () => 1 - Number.EPSILON)).toBe(LONGEST_REOPEN_MS);
});
