import { evalExpr } from 'mingo/core';
import * as dates from 'mingo/operators/expression/date';
import { isPlainObject } from '../document';
import { isNone, type Operate, typeNameOf } from './operate';

/** `'$at'`, or `{ date: '$at', timezone: '+08' }`. */
interface Moment {
  date: unknown;
  timezone?: unknown;
}

/** Of null or absent there is no part (manual: $year and its like); of what is no date it is an error. */
const partOf =
  (part: Operate): Operate =>
  (document, argument, options) => {
    const wide = isPlainObject(argument) && 'date' in argument;
    const { date, timezone }: Moment = wide
      ? (evalExpr(document, argument, options) as Moment)
      : { date: evalExpr(document, argument, options) };
    if (isNone(date) || (wide && 'timezone' in argument && isNone(timezone))) return null;
    if (!(date instanceof Date)) throw new Error(`can't convert from BSON type ${typeNameOf(date)} to Date`);
    return part(document, { date, ...(timezone === undefined ? {} : { timezone }) } as never, options);
  };

const mingos = dates as unknown as Record<string, Operate>;
const PARTS = `$year $month $dayOfMonth $dayOfWeek $dayOfYear $hour $minute $second $millisecond $isoWeek $isoDayOfWeek`;
const parts = Object.fromEntries(PARTS.split(' ').map(name => [name, partOf(mingos[name]!)]));

/** The year that an ISO week belongs to: the last days of December may be in week 1, the first of January in week 52 or 53. */
const $isoWeekYear: Operate = (document, argument, options) => {
  const [year, month, week] = ['$year', '$month', '$isoWeek'].map(name =>
    parts[name]!(document, argument, options),
  ) as [number | null, number, number];
  if (year === null) return null;
  if (month === 12 && week === 1) return year + 1;
  return month === 1 && week > 51 ? year - 1 : year;
};

/** mingo's writes the calendar year for `%G`, and nothing for `%%`. */
const $dateToString: Operate = (document, argument, options) => {
  const { format, date, timezone } = argument as { format?: unknown; date: unknown; timezone?: unknown };
  if (typeof format !== 'string' || !/%[%G]/.test(format)) return mingos.$dateToString!(document, argument, options);
  const year = $isoWeekYear(document, { date, ...(timezone === undefined ? {} : { timezone }) } as never, options);
  const pieces = format.split('%%').map(piece => {
    const written = piece.replaceAll('%G', String(year).padStart(4, '0'));
    return mingos.$dateToString!(document, { ...(argument as object), format: written } as never, options);
  });
  return pieces.every(piece => typeof piece === 'string') ? pieces.join('%') : pieces[0];
};

export const DATES: Record<string, Operate> = { ...parts, $isoWeekYear, $dateToString };
