import { dayText, instantOf, SECOND, tenthText } from '../../../domain/base/clock';

const at = (day: string, time: string) => instantOf(day, time)!;

test('a date names its year only if another year than now is meant', () => {
  const day = at('2027-03-09', '19:00');

  expect(dayText(day)).toBe('3月9日');
  expect(dayText(day, at('2027-12-31', '23:59'))).toBe('3月9日');
  expect(dayText(day, at('2028-01-01', '00:00'))).toBe('2027年3月9日');
});

test.each([
  [0, '20:00:41.0'],
  [99, '20:00:41.0'],
  [100, '20:00:41.1'],
  [399, '20:00:41.3'],
  [999, '20:00:41.9'],
])('tenths of a second are cut off: %i ms past the second is %s', (ms, text) => {
  expect(tenthText(at('2027-03-01', '20:00') + 41 * SECOND + ms)).toBe(text);
});

test('tenths are right before 1970, too', () => {
  expect(tenthText(-1)).toBe('07:59:59.9');
});

test.each([
  ['2027-3-9', '19:00'],
  ['2027-03-09', '7:00'],
  ['2027-03-09', '24:00'],
  ['2027-02-29', '19:00'],
  ['2027-03-09T00', '19:00'],
  ['', ''],
])('%j at %j is no instant', (day, time) => {
  expect(instantOf(day, time)).toBeUndefined();
});
