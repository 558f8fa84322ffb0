import { DAY, dayKey, instantOf } from '../base/clock';

/**
 * China's public holidays, for hints to staff whose lessons would fall on one.
 *
 * Statutory days follow from 《全国年节及纪念日放假办法》 (State Council decree 795, in force since 2025-01-01) and the calendar. A
 * notice of the State Council, issued each November for the year after, decides which further days are off:
 * 国办发明电〔2024〕12号 (2024-11-12) for 2025, the notice of 2025-11-04 for 2026. Add the next notice to `ARRANGED`;
 * its year is then no longer needed in `MOVING`.
 */
export interface Holiday {
  /** `春节` */
  name: string;
  /** True if the State Council's notice for that year is known here; otherwise only the statutory days are. */
  arranged: boolean;
}

type Range = [from: string, to: string];

const ARRANGED: Record<number, Record<string, Range>> = {
  2025: {
    元旦: ['01-01', '01-01'],
    春节: ['01-28', '02-04'],
    清明节: ['04-04', '04-06'],
    劳动节: ['05-01', '05-05'],
    端午节: ['05-31', '06-02'],
    国庆节和中秋节: ['10-01', '10-08'],
  },
  2026: {
    元旦: ['01-01', '01-03'],
    春节: ['02-15', '02-23'],
    清明节: ['04-04', '04-06'],
    劳动节: ['05-01', '05-05'],
    端午节: ['06-19', '06-21'],
    中秋节: ['09-25', '09-27'],
    国庆节: ['10-01', '10-07'],
  },
};

/** Holidays that notices extend to about a week. */
const LONG = new Set(['春节', '国庆节']);

/**
 * First day of the lunar year, 清明, 端午 (5/5 of the lunar calendar), 中秋 (8/15). A test compares them with ICU's calendar.
 */
const MOVING: Record<number, [spring: string, qingming: string, dragonBoat: string, midAutumn: string]> = {
  2027: ['02-06', '04-05', '06-09', '09-15'],
  2028: ['01-26', '04-04', '05-28', '10-03'],
  2029: ['02-13', '04-04', '06-16', '09-22'],
  2030: ['02-03', '04-05', '06-05', '09-12'],
  2031: ['01-23', '04-05', '06-24', '10-01'],
  2032: ['02-11', '04-04', '06-12', '09-19'],
  2033: ['01-31', '04-04', '06-01', '09-08'],
  2034: ['02-19', '04-05', '06-20', '09-27'],
  2035: ['02-08', '04-05', '06-10', '09-16'],
  2036: ['01-28', '04-04', '05-30', '10-04'],
  2037: ['02-15', '04-04', '06-18', '09-24'],
};

/** The statutory holidays of a year, each with its first day and its number of days. */
function statutoryOf(year: number): [name: string, first: string, days: number][] {
  const fixed: [string, string, number][] = [
    ['元旦', `${year}-01-01`, 1],
    ['劳动节', `${year}-05-01`, 2],
    ['国庆节', `${year}-10-01`, 3],
  ];
  const moving = MOVING[year];
  if (!moving) return fixed;
  const [spring, qingming, dragonBoat, midAutumn] = moving.map(day => `${year}-${day}`) as [
    string,
    string,
    string,
    string,
  ];
  return [
    ...fixed,
    ['春节', dayKey(instantOf(spring, '00:00')! - DAY), 4],
    ['清明节', qingming, 1],
    ['端午节', dragonBoat, 1],
    ['中秋节', midAutumn, 1],
  ];
}

/** By day (`2027-02-06`), for one year. */
function holidaysOf(year: number): Map<string, Holiday> {
  const known = ARRANGED[year];
  const days = new Map<string, Holiday>();
  const add = (name: string, first: string, count: number) => {
    const begin = instantOf(first, '00:00')!;
    for (let at = 0; at < count; at++) days.set(dayKey(begin + at * DAY), { name, arranged: known !== undefined });
  };
  if (!known) statutoryOf(year).forEach(([name, first, count]) => add(name, first, count));
  else
    for (const [name, [from, to]] of Object.entries(known)) {
      const [first, last] = [from, to].map(day => instantOf(`${year}-${day}`, '00:00')!) as [number, number];
      add(name, dayKey(first), (last - first) / DAY + 1);
    }
  return days;
}

const made = new Map<number, Map<string, Holiday>>();

/** The holiday that a day (`2027-06-09`) is, or undefined. */
export function holidayOn(day: string): Holiday | undefined {
  const year = Number(day.slice(0, 4));
  let days = made.get(year);
  if (!days) made.set(year, (days = holidaysOf(year)));
  return days.get(day);
}

/** Notices lengthen a holiday of several days. Up to this many days before and after it may be off too. */
const MAY_GROW = 5;

/** For a year without a known notice: the statutory holiday that this day is close to but does not belong to. */
export function holidayNear(day: string): Holiday | undefined {
  const at = instantOf(day, '00:00');
  if (at === undefined || holidaysKnown(Number(day.slice(0, 4))) === 'known') return undefined;
  for (let away = 1; away <= MAY_GROW; away++)
    for (const other of [at - away * DAY, at + away * DAY]) {
      const holiday = holidayOn(dayKey(other));
      if (holiday && LONG.has(holiday.name)) return holiday;
    }
  return undefined;
}

/**
 * `known`: by the notice; `statutory`: only the statutory days, because the notice is not known yet; `fixed`: only
 * holidays with a fixed date.
 */
export const holidaysKnown = (year: number): 'known' | 'statutory' | 'fixed' =>
  ARRANGED[year] ? 'known' : MOVING[year] ? 'statutory' : 'fixed';
