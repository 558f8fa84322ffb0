import { clockOfFraction, hoursAt } from '../../../domain/sheet/hours';

const read = (text: string) => {
  const found = hoursAt(text, 0);
  return (
    found && [found.hours.from, found.hours.to, ...(found.wrong ? ['wrong'] : []), ...(found.early ? ['early'] : [])]
  );
};

test.each([
  ['19:00-20:30', ['19:00', '20:30']],
  ['19:00:00~20:30:00', ['19:00', '20:30']],
  ['晚上7点-8点半', ['19:00', '20:30']],
  ['晚7点至晚8点一刻', ['19:00', '20:15']],
  ['下午2点到4点三刻', ['14:00', '16:45']],
  ['下午2:30-4:00', ['14:30', '16:00']],
  ['下午14:00-16:00', ['14:00', '16:00']],
  ['下午12:00-1:00', ['12:00', '13:00']],
  ['中午12点-1点', ['12:00', '13:00']],
  ['中午1点-2点半', ['13:00', '14:30']],
  ['中午2:59-4:00', ['14:59', '16:00']],
  ['中午11点-12点', ['11:00', '12:00']],
  ['上午10点-12点', ['10:00', '12:00']],
  ['上午11:00-1:00', ['11:00', '13:00']],
  ['上午10点-下午2点', ['10:00', '14:00']],
  ['早上7:00-8:00', ['07:00', '08:00']],
  ['19:00 90分钟', ['19:00', '20:30']],
  ['晚（7:00-8:30）'.normalize('NFKC'), ['19:00', '20:30']],
  ['晚上，7:00-8:30', ['19:00', '20:30']],
  ['夜间7点-8点半', ['19:00', '20:30']],
  ['夜7:00-8:30', ['19:00', '20:30']],
  ['pm 7:00-8:30', ['19:00', '20:30']],
  ['PM12:30-1:30', ['12:30', '13:30']],
  ['午间12:30-1:30', ['12:30', '13:30']],
  ['午后2点-4点', ['14:00', '16:00']],
  ['晚上7点开始，每次1.5小时', ['19:00', '20:30']],
  ['19:00起2个小时', ['19:00', '21:00']],
])('%j', (text, hours) => {
  expect(read(text.replace('，', ','))).toEqual(hours);
});

test('before eight in the morning perhaps the evening was meant, where nobody said so', () => {
  expect(read('7:59-9:00')).toEqual(['07:59', '09:00', 'early']);
  expect(read('8:00-9:00')).toEqual(['08:00', '09:00']);
});

test.each([
  ['ends before it begins', '20:00-19:00'],
  ['ends when it begins', '19:00-19:00'],
  ['ends when it begins, at an hour of the morning that may go on', '19:00-7:00'],
  ['60 minutes past', '19:60-21:00'],
  ['until 60 minutes past', '19:00-20:60'],
  ['60 spoken minutes past', '19点60分-21点'],
  ['until 60 spoken minutes past', '19点-20点60分'],
  ['ends when it begins, in the morning', '上午10:00-10:00'],
  ['until one in the morning', '上午11点-上午1点'],
  ['until one, and nobody says of which part of the day', '11:00-1:00'],
  ['from midnight', '24:00-25:00'],
  ['beyond midnight', '23:00 90分钟'],
])('wrong: %s', (_, text) => {
  expect(hoursAt(text, 0)?.wrong).toBe(true);
});

test('59 minutes past is a time, and so is midnight as an end', () => {
  expect(read('19:59-20:59')).toEqual(['19:59', '20:59']);
  expect(read('19点59分-20点59分')).toEqual(['19:59', '20:59']);
  expect(read('22:00-24:00')).toEqual(['22:00', '24:00']);
  expect(read('23:00 60分钟')).toEqual(['23:00', '24:00']);
});

test('they stand at that place of the text, and reach to their end', () => {
  expect(hoursAt('周二 19:00-20:30', 3)).toMatchObject({ hours: { from: '19:00', to: '20:30' }, end: 14 });
  expect(hoursAt('周二 19:00-20:30', 0)).toBeUndefined();
});

test.each([
  [0.791666, '19:00'],
  [0, '00:00'],
  [0.99999, '00:00'],
  [0.5, '12:00'],
])('Excel’s %d of a day is %s', (fraction, clock) => {
  expect(clockOfFraction(fraction)).toBe(clock);
});
