import type { Mark } from '../../../domain/roll/roll';
import { checkInBeside } from '../../../domain/roll/which-mark';
import { mark } from './rolls';

/** A check-in of `a`, on the person's own phone. */
const scan = (after: number, change: Partial<Mark> = {}) =>
  mark('a', 'late', after, { nonce: 'scan', source: 'self', device: 'self', by: 'a', ...change });
const here = scan(50);
const beside = (...marks: Mark[]) => checkInBeside(marks, here);

test('the first check-in is kept, with how many marks there were', () => {
  expect(beside()).toEqual({ add: { ...here, seen: 0 } });
});

test('marks of others, and their check-ins, are nothing to it', () => {
  const other = { ...scan(1), memberId: 'b' };
  expect(beside(mark('b', 'absent'), other)).toEqual({ add: { ...here, seen: 2 } });
});

test('beside 到 of the instructor it finds nothing contrary', () => {
  expect(beside(mark('a', 'present'))).toEqual({ add: { ...here, seen: 1 } });
});

test.each(['absent', 'leave'] as const)('it notes that it found %s', state => {
  expect(beside(mark('a', state))).toEqual({ add: { ...here, seen: 1, found: state } });
});

describe('somebody who has checked in before', () => {
  const first = scan(1, { nonce: 'first' });

  test('is answered from that check-in, while it stands', () => {
    expect(beside(first)).toEqual({ before: first });
  });

  test('also where an instructor has settled it with 到', () => {
    expect(beside(first, mark('a', 'present', 2, { seen: 1 }))).toEqual({ before: first });
  });

  test('also where it had found 缺课, and 缺课 still holds', () => {
    const found = scan(2, { nonce: 'first', seen: 1, found: 'absent' });
    expect(beside(mark('a', 'absent', 1), found)).toEqual({ before: found });
  });

  test('checks in anew once the 缺课 that it had found is taken back', () => {
    const found = scan(2, { nonce: 'first', seen: 1, found: 'absent' });
    const back = mark('a', null, 3, { seen: 2 });
    expect(beside(mark('a', 'absent', 1), found, back)).toEqual({ add: { ...here, nonce: 'scan-2', seen: 3 } });
  });

  test('checks in anew, and is told of it, once an instructor who knew of it says 缺课', () => {
    expect(beside(first, mark('a', 'absent', 2, { seen: 1 }))).toEqual({
      add: { ...here, nonce: 'scan-2', seen: 2, found: 'absent' },
    });
  });

  test('checks in anew where two phones disagree', () => {
    const settled = mark('a', 'present', 2, { seen: 1 });
    const tablet = mark('a', 'absent', 3, { device: 'tablet' });
    expect(beside(first, settled, tablet)).toEqual({ add: { ...here, nonce: 'scan-2', seen: 3 } });
  });

  test('is told nothing where the check-in was taken back and nothing else holds', () => {
    expect(beside(first, mark('a', null, 2, { seen: 1 }))).toBeNull();
  });

  test('has a third name for a third check-in', () => {
    const second = scan(3, { nonce: 'second', seen: 2, found: 'absent' });
    const again = mark('a', 'absent', 4, { seen: 3 });
    expect(beside(first, mark('a', 'absent', 2, { seen: 1 }), second, again)).toEqual({
      add: { ...here, nonce: 'scan-3', seen: 4, found: 'absent' },
    });
  });
});
