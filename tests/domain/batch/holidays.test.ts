import { DAY, dayKey, instantOf, weekdayText } from '../../../domain/base/clock';
import { holidayNear, holidayOn, holidaysKnown } from '../../../domain/batch/holidays';

const daysOf = (year: number): string[] => {
  const begin = instantOf(`${year}-01-01`, '00:00')!;
  return Array.from({ length: 366 }, (_, at) => dayKey(begin + at * DAY)).filter(day => day.startsWith(`${year}-`));
};
const named = (year: number, name: string) => daysOf(year).filter(day => holidayOn(day)?.name === name);

test('2026 as the State Council arranged it: 33 days off', () => {
  expect(named(2026, '元旦')).toEqual(['2026-01-01', '2026-01-02', '2026-01-03']);
  expect(named(2026, '春节')).toEqual(daysOf(2026).slice(45, 54));
  expect(named(2026, '国庆节')).toHaveLength(7);
  expect(daysOf(2026).filter(holidayOn)).toHaveLength(3 + 9 + 3 + 5 + 3 + 3 + 7);
  expect(holidayOn('2026-02-15')).toEqual({ name: '春节', arranged: true });
});

test('2025 as the State Council arranged it: 28 days off', () => {
  const ends = (name: string) => {
    const days = named(2025, name);
    return [days[0], days.at(-1), days.length];
  };

  expect(named(2025, '元旦')).toEqual(['2025-01-01']);
  expect(ends('春节')).toEqual(['2025-01-28', '2025-02-04', 8]);
  expect(ends('清明节')).toEqual(['2025-04-04', '2025-04-06', 3]);
  expect(ends('劳动节')).toEqual(['2025-05-01', '2025-05-05', 5]);
  expect(ends('端午节')).toEqual(['2025-05-31', '2025-06-02', 3]);
  expect(ends('国庆节和中秋节')).toEqual(['2025-10-01', '2025-10-08', 8]);
});

test('a year whose notice is not here: the 13 statutory days, and it is said', () => {
  expect(holidaysKnown(2027)).toBe('statutory');
  expect(daysOf(2027).filter(holidayOn)).toHaveLength(13);
  expect(named(2027, '春节')).toEqual(['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08']);
  expect(holidayOn('2027-06-09')).toEqual({ name: '端午节', arranged: false });
  expect(named(2027, '劳动节')).toEqual(['2027-05-01', '2027-05-02']);
});

test('a year whose moving days are not here either: the six days of the solar calendar', () => {
  expect(holidaysKnown(2060)).toBe('fixed');
  expect(daysOf(2060).filter(holidayOn)).toHaveLength(6);
});

test.each(['2026-02-14', '2026-09-20', '2027-02-09', '2027-12-31', 'no day'])('%s is no holiday', day => {
  expect(holidayOn(day)).toBeUndefined();
});

test.each([
  ['2027-02-10', '春节'],
  ['2027-01-31', '春节'],
  ['2027-10-07', '国庆节'],
  ['2027-02-05', '春节'],
])('in a year whose notice is not here, %s is close to %s', (day, name) => {
  expect((holidayNear(day) ?? holidayOn(day))?.name).toBe(name);
});

test.each(['2027-02-14', '2027-06-10', '2026-02-24', '2026-10-08', 'no day'])('%s is close to none', day => {
  expect(holidayNear(day)).toBeUndefined();
});

/** The new moon falls a few minutes from midnight in China; ICU computes it to the wrong side. */
const ICU_ERRS = ['2027-02-06', '2030-02-03'];

test('the moving days agree with the lunar calendar', () => {
  const lunar = new Intl.DateTimeFormat('zh-u-ca-chinese', {
    timeZone: 'Asia/Shanghai',
    month: 'numeric',
    day: 'numeric',
  });
  const lunarDay = (day: string) => lunar.format(instantOf(day, '12:00')!);
  const first = lunarDay('2026-02-17');

  for (let year = 2027; holidaysKnown(year) === 'statutory'; year++) {
    const spring = named(year, '春节')[1]!;
    if (!ICU_ERRS.includes(spring)) expect([spring, lunarDay(spring)]).toEqual([spring, first]);
    expect(named(year, '端午节').map(lunarDay)).toEqual([lunarDay('2026-06-19')]);
    expect(named(year, '中秋节').map(lunarDay)).toEqual([lunarDay('2026-09-25')]);
    // 清明 by the usual formula of this century.
    const short = year % 100;
    const qingming = Math.floor(0.2422 * short + 4.81) - Math.floor(short / 4);
    expect(named(year, '清明节')).toEqual([`${year}-04-0${qingming}`]);
  }
  expect(weekdayText(instantOf(named(2027, '春节')[1]!, '12:00')!)).toBe('六');
});
