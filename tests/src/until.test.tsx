import fc from 'fast-check';
import { DAY, endText, instantOf, MINUTE, startOfDay, timeText } from '../../domain/base/clock';
import { untilText, whenText } from '../../src/app/words';

const at = (day: string, time: string) => instantOf(day, time)!;

test.each([
  ['2026-12-21', '00:00', '2026-12-20', '18:00', '今晚 12 点'],
  ['2026-12-21', '00:00', '2026-12-19', '18:00', '明晚 12 点'],
  ['2026-12-21', '00:00', '2026-11-30', '18:00', '12月20日 周日 24:00'],
  ['2027-01-01', '00:00', '2026-11-30', '18:00', '12月31日 周四 24:00'],
  ['2027-01-02', '00:00', '2026-11-30', '18:00', '2027年1月1日 周五 24:00'],
  ['2026-12-21', '18:30', '2026-11-30', '18:00', '12月21日 18:30'],
  ['2027-03-10', '19:00', '2026-11-30', '18:00', '2027年3月10日 19:00'],
  ['2026-11-30', '20:00', '2026-11-30', '18:00', '今晚 20:00'],
])('until %s %s, said at %s %s: %s', (day, time, today, clock, words) => {
  expect(untilText(at(day, time), at(today, clock))).toBe(words);
});

test('no end is ever written 00:00, and the day that is named is the last on which it still can be done', () => {
  const midnights = fc.integer({ min: 0, max: 3_000 }).map(days => at('2026-01-01', '00:00') + days * DAY);
  const others = fc
    .integer({ min: 0, max: 3_000 * 24 * 60 })
    .map(minutes => at('2026-01-01', '00:00') + minutes * MINUTE);
  fc.assert(
    fc.property(fc.oneof(midnights, others), others, (end, now) => {
      for (const words of [endText(end), endText(end, now), untilText(end, now)]) expect(words).not.toMatch(/ 00:00/);
      const year = new Date(end - 1 + 8 * 3_600_000).getUTCFullYear();
      const other = year !== new Date(now + 8 * 3_600_000).getUTCFullYear();
      expect(endText(end, now).includes(`${year}年`)).toBe(other);
      if (timeText(end) === '00:00') expect(endText(end).slice(0, -6)).toBe(endText(end - MINUTE).slice(0, -6));
    }),
  );
});

test('a beginning at midnight stays one', () => {
  expect(whenText(at('2026-12-21', '00:00'), at('2026-11-30', '18:00'))).toBe('12月21日 00:00');
  expect(startOfDay(at('2026-12-21', '00:00'))).toBe(at('2026-12-21', '00:00'));
});
