import { isRefused, refuse } from '../../../domain/base/refuse';

test('a refusal is known by its code, and nothing else is one', () => {
  expect(refuse('NOTHING_CHANGES')).toEqual({ refused: 'NOTHING_CHANGES' });
  expect(isRefused(refuse('CLOSED', { closesAt: 1 }))).toBe(true);
  expect([null, undefined, 'refused', 0, true, {}, []].map(value => isRefused(value))).toEqual(Array(7).fill(false));
});
