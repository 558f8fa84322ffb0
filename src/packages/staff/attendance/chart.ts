import { lastOf } from '../../../../domain/base/last-of';
import { dayText } from '../../../../domain/base/clock';
import { lines, type Lines } from '../../../../charts/lines';
import type { Look } from '../../../../charts/svg';
import { percentText } from './numbers';

export type Week = [monday: number, rate: number];

interface Weeks {
  title: string;
  all: Week[];
  /** The line that is highlighted, with a name short enough to stand at its end. */
  chosen?: { label: string; weeks: Week[] };
  others: Week[][];
}

/** Longer names would push the lines out of the picture. Then the words above the chart say which line it is. */
const LONGEST_LABEL = 6;
export const labelOf = (name: string, instead: string): string => ([...name].length <= LONGEST_LABEL ? name : instead);

/** Rates week by week: the total in ink, the chosen one in green, the others as a faint ground. */
export function weeksSvg({ title, all, chosen, others }: Weeks, look: Look): string {
  const mondays = all.map(([monday]) => monday);
  const lowest = Math.min(0.9, ...[all, chosen?.weeks ?? [], ...others].flat().map(([, rate]) => rate));
  const named = (label: string, weeks: Week[]) => `${label} ${percentText(lastOf(weeks)?.[1] ?? null)}`;
  const drawn: Lines['lines'] = [
    ...others.map(points => ({ label: '', tone: 'fullFill' as const, points })),
    { label: named('全部', all), tone: 'ink', points: all },
  ];
  if (chosen && chosen.weeks.length > 0)
    drawn.push({ label: named(chosen.label, chosen.weeks), tone: 'open', points: chosen.weeks });
  return lines(
    {
      title,
      x: { from: mondays[0] ?? 0, to: lastOf(mondays) ?? 1, said: dayText, ticks: mondays },
      y: { from: Math.floor(lowest * 5) / 5, to: 1, said: value => percentText(value) },
      lines: drawn,
    },
    look,
  );
}
