import { phaseOf, refuseByClock } from '../../../domain/batch/phase';

const window = { opensAt: 1_000, closesAt: 2_000 };

test.each([
  ['the millisecond before opening', 999, 'upcoming'],
  ['the stroke itself', 1_000, 'open'],
  ['the millisecond before closing', 1_999, 'open'],
  ['the instant of closing', 2_000, 'closed'],
])('a window is half-open: %s', (_, now, phase) => {
  expect(phaseOf(window, now)).toBe(phase);
});

test('a window that closes before it opens is never open', () => {
  expect(phaseOf({ opensAt: 2_000, closesAt: 1_000 }, 1_500)).toBe('closed');
});

test('a refusal by the clock names the instant that matters', () => {
  expect(refuseByClock(window, 0)).toEqual({ refused: 'NOT_OPEN', details: { opensAt: 1_000 } });
  expect(refuseByClock(window, 5_000)).toEqual({ refused: 'CLOSED', details: { closesAt: 2_000 } });
  expect(refuseByClock(window, 1_500)).toBeUndefined();
});
