import { HOLD_TTL_MS, holdState } from '../../../domain/line/hold';

const hold = { sectionId: 's', batchId: 'b', at: 1_000 };
const entry = { memberId: 'me', at: 1_000 };

test.each([
  ['its entry is in the line', [entry], 99_999, 'USED'],
  ['only somebody else’s is', [{ ...entry, memberId: 'ann' }], 1_000 + HOLD_TTL_MS, 'UNUSED'],
  ['only a later one of mine is', [{ ...entry, at: 1_001 }], 1_000 + HOLD_TTL_MS, 'UNUSED'],
  ['no entry yet, a call may be in flight', [], 1_000 + HOLD_TTL_MS - 1, 'IN_FLIGHT'],
  ['no entry and no call can be', [], 1_000 + HOLD_TTL_MS, 'UNUSED'],
  ['the section is gone', undefined, 99_999, 'UNUSED'],
])('%s', (_, line, now, state) => {
  expect(holdState(hold, 'me', line, now)).toBe(state);
});

test('a hold outlives the function’s time-out of 5 s', () => {
  expect(HOLD_TTL_MS).toBeGreaterThan(5_000);
});
