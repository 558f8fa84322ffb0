import { lines } from '../../../../charts/lines';
import { namedBars } from '../../../../charts/named-bars';
import type { Look } from '../../../../charts/svg';
import type { Group, MonthRow } from '../../../../domain/report/numbers';
import { withUnit } from '../../../../domain/report/said';

/** Longer names would push the bars out of the picture. */
const LONGEST = 7;
const short = (name: string): string =>
  [...name].length <= LONGEST ? name : `${[...name].slice(0, LONGEST - 1).join('')}…`;

/** Courses by how often people came, as bars. */
export const coursesSvg = (courses: readonly Group[], look: Look): string =>
  namedBars(
    {
      title: '各门课的参训人次',
      bars: courses.map(({ name, visits }) => ({
        label: short(name),
        value: visits,
        said: withUnit(visits, '人次'),
        tone: 'openFill',
      })),
    },
    look,
  );

/** How often people came, month by month. */
export function monthsSvg(months: readonly MonthRow[], look: Look): string {
  // A month that is still to come is not drawn as zero.
  const last = months.reduce((found, one, index) => (one.lessons > 0 ? index : found), 0);
  const most = Math.max(1, ...months.map(one => one.visits));
  return lines(
    {
      title: '各月的参训人次',
      x: {
        from: 0,
        to: Math.max(1, months.length - 1),
        said: index => `${Number(months[Math.round(index)]?.month.slice(5) ?? 0)}月`,
        ticks: months.map((_one, index) => index),
      },
      y: { from: 0, to: most, said: value => (Number.isInteger(value) ? String(value) : '') },
      lines: [
        { label: '人次', tone: 'open', points: months.slice(0, last + 1).map((one, index) => [index, one.visits]) },
      ],
    },
    look,
  );
}
