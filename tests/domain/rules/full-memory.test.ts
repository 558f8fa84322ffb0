import { FULL_MEMORY_MS, isFresh, receiptOf, REOPEN_MS, rememberFull } from '../../../domain/rules/full-memory';
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
