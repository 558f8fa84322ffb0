import { instantOf } from '../../../domain/base/clock';
import { daysBetween, dayOfSerial, readDays, twoDays } from '../../../domain/sheet/days';
import { readDaysOff } from '../../../domain/sheet/days-off';

const NOW = instantOf('2027-03-01', '12:00')!;
const read = (cell: string | number) => readDays(cell, NOW);
const days = (cell: string | number) => read(cell)?.days;

test.each([
  [36_525, undefined],
  [36_526, '2000-01-01'],
  [46_455, '2027-03-09'],
  [46_455.99, '2027-03-09'],
  [73_050, '2099-12-31'],
  [73_050.9, '2099-12-31'],
  [73_051, undefined],
  [NaN, undefined],
])('Excel’s serial number %d is the day %s', (serial, day) => {
  expect(dayOfSerial(serial)).toBe(day);
  expect(days(serial)).toEqual(day && [day]);
});

test.each([
  ['3月9日', '2027-03-09'],
  ['3月9', '2027-03-09'],
  ['3月9号', '2027-03-09'],
  ['27年3月9日', '2027-03-09'],
  ['2027年3月9日', '2027-03-09'],
  ['2027-03-09', '2027-03-09'],
  ['2027/3/9 0:00:00', '2027-03-09'],
  ['20270309', '2027-03-09'],
  ['3/9', '2027-03-09'],
  ['46455', '2027-03-09'],
  ['3月9日（周二）起', '2027-03-09'],
  ['3月14日（星期天）', '2027-03-14'],
])('%j is %s', (cell, day) => {
  expect(read(cell)).toMatchObject({ days: [day], range: false });
  expect(read(cell)).not.toHaveProperty('wrongWeekday');
});

test('a day without a year lies in the year that began thirty days ago', () => {
  expect(days('1月30日')).toEqual(['2027-01-30']);
  expect(days('1月29日')).toEqual(['2028-01-29']);
  expect(days('2月29日')).toEqual(['2028-02-29']);
});

test.each([
  ['3月10、17、24日', ['2027-03-10', '2027-03-17', '2027-03-24']],
  ['3月10日、4月7日', ['2027-03-10', '2027-04-07']],
  ['3月10日,17日', ['2027-03-10', '2027-03-17']],
  ['3月10日和17日', ['2027-03-10', '2027-03-17']],
  ['12月29日、1月5日', ['2027-12-29', '2028-01-05']],
  ['2027年12月29日、1月5日', ['2027-12-29', '2028-01-05']],
  ['2027年3月10日、3月17日', ['2027-03-10', '2027-03-17']],
  ['2029年12月29日、1月5日', ['2029-12-29', '2030-01-05']],
  ['29年3月10日、17日', ['2029-03-10', '2029-03-17']],
  ['2029-03-10、2029-03-17', ['2029-03-10', '2029-03-17']],
  ['2027年3月10日、2028年3月8日', ['2027-03-10', '2028-03-08']],
])('the list %j', (cell, found) => {
  expect(read(cell)).toMatchObject({ days: found, range: false });
});

test.each([
  ['3月9日-5月25日', ['2027-03-09', '2027-05-25']],
  ['3月9日至5月25日', ['2027-03-09', '2027-05-25']],
  ['3月9日-25日', ['2027-03-09', '2027-03-25']],
  ['3月9日～25号', ['2027-03-09', '2027-03-25']],
  ['2027-03-09 至 2027-05-25', ['2027-03-09', '2027-05-25']],
])('of the range %j both ends are read', (cell, found) => {
  expect(read(cell)).toMatchObject({ days: found, range: true });
});

test('what looks like a day and is none is named as it stands', () => {
  expect(read('2月30日')).toMatchObject({ days: [], noDay: '2月30日' });
  expect(read('2月30 起')).toMatchObject({ noDay: '2月30' });
  expect(read('2月30日、2月31日')).toMatchObject({ noDay: '2月30日' });
  expect(read('3月9日-40日')).toMatchObject({ days: ['2027-03-09'], noDay: '40日', range: true });
});

test('a weekday that the day has not is named with it, the first of them', () => {
  expect(read('3月9日（周三）')).toMatchObject({ days: ['2027-03-09'], wrongWeekday: '3月9日(周三)' });
  expect(read('3月9日 周三')).toMatchObject({ wrongWeekday: '3月9日 周三' });
  expect(read('3月9日（周三）、3月16日（周四）')).toMatchObject({ wrongWeekday: '3月9日(周三)' });
  expect(read('3月9日、16日（周三）')).toMatchObject({ wrongWeekday: '16日(周三)' });
  expect(read('3月9日、16日周三')).toMatchObject({ wrongWeekday: '16日周三' });
  expect(read('3月9日（周二）-16日（周三）')).toMatchObject({ wrongWeekday: '16日(周三)' });
});

test.each(['', '待定', '3月9日 19:00', '3月9日停课', '第3次', '19:00-20:30', '共12次', '3月9-12'])(
  '%j says more than days',
  cell => {
    expect(read(cell)).toBeUndefined();
  },
);

test('all days from one to another, both included, and at most 120 days apart', () => {
  expect(daysBetween('2027-03-09', '2027-03-09')).toEqual(['2027-03-09']);
  expect(daysBetween('2027-02-27', '2027-03-01')).toEqual(['2027-02-27', '2027-02-28', '2027-03-01']);
  expect(daysBetween('2027-03-10', '2027-03-09')).toEqual([]);
  expect(daysBetween('2027-01-01', '2027-05-01')).toHaveLength(121);
  expect(daysBetween('2027-01-01', '2027-05-02')).toEqual([]);
  expect(daysBetween('2027-02-30', '2027-03-01')).toEqual([]);
  expect(daysBetween('2027-02-28', '2027-02-30')).toEqual([]);
});

test.each([
  ['3.1', '3月1日还是 3月10日'],
  ['2.2', '2月2日还是 2月20日'],
  ['12.3', '12月3日还是 12月30日'],
])('%s may be either of two days', (cell, words) => {
  expect(twoDays(cell)).toContain(words);
});

test.each(['2.3', '13.1', '3.4', '3.10', '3月1日', '0.1'])('%s may not', cell => {
  expect(twoDays(cell)).toBeUndefined();
});

describe('days without a lesson', () => {
  const off = (cell: string) => readDaysOff(cell, NOW);

  test.each<[string, string[]]>([
    ['3月17日', ['2027-03-17']],
    ['3月17日、3月24日', ['2027-03-17', '2027-03-24']],
    ['5月1日至5月3日', ['2027-05-01', '2027-05-02', '2027-05-03']],
    ['46455', ['2027-03-09']],
    ['46455.5', ['2027-03-09']],
  ])('%j', (cell, found) => {
    expect(off(cell)).toMatchObject({ days: found, range: false });
  });

  test('what is no day is named, what says something else is not read', () => {
    expect(off('2月30日')).toMatchObject({ days: [], noDay: '2月30日' });
    expect(off('待定')).toBeUndefined();
    expect(off('5月3日至5月1日')).toBeUndefined();
    expect(off('4月6日、5月5日至5月1日')).toBeUndefined();
    expect(off('2月30日，天气不好')).toMatchObject({ noDay: '2月30日' });
  });
});
