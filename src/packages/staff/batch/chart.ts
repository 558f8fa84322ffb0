import { SECOND, secondText } from '../../../../domain/clock';
import type { Theme } from '../../../motifs/motif';

export interface Filled {
  name: string;
  capacity: number;
  /** When each of those who are in the line now had joined it; in the order of the line. */
  joinedAt: number[];
}

export interface Curve {
  from: number;
  to: number;
  /** Seats given, and when; one point a seat, in the order of time. */
  points: { at: number; seats: number }[];
  /** Sections that are full, with the moment of their last seat. */
  full: { name: string; at: number; seats: number }[];
}

/** A rush is over in seconds: the axis may be as short as it was. */
const SHORTEST_MS = 5 * SECOND;

/** How the seats of a batch went, from the release on. */
export function curveOf(sections: Filled[], opensAt: number, now: number): Curve {
  const seats = sections.flatMap(one => one.joinedAt.slice(0, one.capacity)).sort((a, b) => a - b);
  const points = seats.map((at, i) => ({ at, seats: i + 1 }));
  const full = sections
    .filter(one => one.capacity > 0 && one.joinedAt.length >= one.capacity)
    .map(one => {
      const at = Math.max(...one.joinedAt.slice(0, one.capacity));
      return { name: one.name, at, seats: seats.filter(seat => seat <= at).length };
    })
    .sort((a, b) => a.at - b.at);
  const last = seats.at(-1) ?? opensAt;
  // While seats still go the axis ends now; after that at the last seat, with a little air.
  const busy = now - last < 10 * SECOND ? now : last + (last - opensAt) * 0.12;
  return { from: opensAt, to: Math.max(opensAt + SHORTEST_MS, busy), points, full };
}

const INK = {
  light: {
    ink: '#2B211C',
    soft: '#73665B',
    line: '#E7DDCE',
    open: '#2C6B50',
    wash: '#E3EFE6',
    red: '#A83325',
    paper: '#FFFDF9',
  },
  dark: {
    ink: '#F4EBE0',
    soft: '#A99A8D',
    line: '#3A302A',
    open: '#8CCBA8',
    wash: '#1F3329',
    red: '#F19A86',
    paper: '#231D1A',
  },
};

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21600, 86400].map(seconds => seconds * SECOND);

/** One ink line on a faint wash, the capacity as a dotted red line, labels beside what they name. */
export function chartSvg(curve: Curve, capacity: number, width: number, height: number, theme: Theme): string {
  const { ink, soft, line, open, wash, red, paper } = INK[theme];
  const left = 40;
  const right = 44;
  const top = 26;
  const bottom = 28;
  const x = (at: number) => left + ((at - curve.from) / (curve.to - curve.from)) * (width - left - right);
  const y = (seats: number) => height - bottom - (seats / Math.max(1, capacity)) * (height - top - bottom);
  const r = (value: number) => value.toFixed(1);
  const base = y(0);

  let path = `M${r(x(curve.from))} ${r(base)}`;
  for (const { at, seats } of curve.points) path += `H${r(x(at))}V${r(y(seats))}`;
  const last = curve.points.at(-1);
  const area = last ? `${path}V${r(base)}Z` : '';

  const text = (tx: number, ty: number, said: string, fill: string, anchor = 'start', size = 12, weight = 400) =>
    `<text x="${r(tx)}" y="${r(ty)}" fill="${fill}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" font-family="sans-serif">${said}</text>`;

  const step = STEPS.find(one => (curve.to - curve.from) / one <= (width > 500 ? 5 : 3)) ?? STEPS.at(-1)!;
  let axis = '';
  for (let at = curve.from; at <= curve.to; at += step) {
    const middle = x(at);
    axis += `<path d="M${r(middle)} ${r(base)}v4" stroke="${line}"/>${text(middle, base + 18, secondText(at), soft, at === curve.from ? 'start' : 'middle')}`;
  }
  const half = Math.round(capacity / 2);
  axis += text(left - 8, y(capacity) + 4, String(capacity), soft, 'end') + text(left - 8, base + 4, '0', soft, 'end');
  if (half > 0) axis += text(left - 8, y(half) + 4, String(half), soft, 'end');

  // Labels that would lie on each other are left out; the table below has them all.
  let marks = '';
  let clearFrom = -Infinity;
  for (const { name, at, seats } of curve.full) {
    const mx = x(at);
    marks += `<circle cx="${r(mx)}" cy="${r(y(seats))}" r="4.5" fill="${paper}" stroke="${ink}" stroke-width="2"/>`;
    const wide = (name.length + 1) * 12 + 14;
    if (mx - wide < clearFrom || mx - wide < left) continue;
    // Near the top the words go under the curve, off the dotted line.
    marks +=
      y(seats) - 24 < y(capacity)
        ? text(mx + 4, y(seats) + 22, `${name}满`, ink)
        : text(mx - 9, y(seats) - 8, `${name}满`, ink, 'end');
    clearFrom = mx;
  }
  const end = last
    ? `<circle cx="${r(x(last.at))}" cy="${r(y(last.seats))}" r="5" fill="${open}"/>${text(x(last.at) + 10, y(last.seats) + (last.seats === capacity ? 20 : 6), String(last.seats), ink, 'start', 17, 700)}`
    : '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<path d="M${left} ${r(y(half))}H${width - right}M${left} ${r(base)}H${width - right}" stroke="${line}"/>` +
    `<path d="${area}" fill="${wash}"/><path d="${path}" fill="none" stroke="${open}" stroke-width="2.4" stroke-linejoin="round"/>` +
    `<path d="M${left} ${r(y(capacity))}H${width - right}" stroke="${red}" stroke-width="1.6" stroke-dasharray="2 5" stroke-linecap="round"/>` +
    text(width - right, y(capacity) - 8, `全部 ${capacity} 个名额`, red, 'end') +
    `${axis}${marks}${end}</svg>`
  );
}
