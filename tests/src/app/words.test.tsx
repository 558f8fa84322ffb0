import { instantOf } from '../../../domain/base/clock';
import { lastedText } from '../../../src/packages/staff/batch/section-table';
import { opensText } from '../../../src/app/words';

const at = (day: string, time: string) => instantOf(day, time) ?? 0;
const NOW = at('2027-03-10', '18:26');

test.each([
  ['2027-03-10', '20:00', '今晚 20:00 开放'],
  ['2027-03-11', '09:30', '明天 09:30 开放'],
  ['2027-03-10', '17:52', '今天 17:52 开放的'],
  ['2027-03-10', '18:26', '今天 18:26 开放的'],
  ['2027-03-09', '20:00', '昨天 20:00 开放的'],
])('%s %s: %s', (day, time, said) => {
  expect(opensText(at(day, time), NOW)).toBe(said);
});

test.each([
  [900, '0.9 秒'],
  [59_900, '59.9 秒'],
  [125_000, '2 分 5 秒'],
  [11_040_000, '3 小时 4 分'],
])('%i ms: %s', (ms, said) => {
  expect(lastedText(ms)).toBe(said);
});
