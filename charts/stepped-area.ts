import { area, curveStepAfter, line } from 'd3-shape';
import { frame, type Axis } from './frame';
import { path, px, svg, text, widthOf, type Look } from './svg';

export type Point = [x: number, y: number];

export interface SteppedArea {
  title: string;
  x: Axis;
  /** What is counted, in the order of x. It stays the same until the next point. */
  points: Point[];
  /** The highest possible count: a dotted red line with its words. The y axis ends there. */
  limit: { value: number; label: string };
  /** Moments that get a ring and a word. Labels that would overlap are left out. */
  marks?: { x: number; y: number; label: string }[];
  /** The text at the end of the line; the last value by default. */
  end?: string;
}

/**
 * Something that fills up over time: one ink line on a faint wash, the limit above it, and labels beside what they
 * name.
 */
export function steppedArea(chart: SteppedArea, look: Look): string {
  const { palette, size } = look;
  const { limit, points } = chart;
  const last = points[points.length - 1];
  const end = chart.end ?? String(last?.[1] ?? 0);
  const most = Math.max(limit.value, 1);
  const half = Math.round(most / 2);
  const y: Axis = { from: 0, to: most, said: String, ticks: half > 0 && half < most ? [0, half, most] : [0, most] };
  const at = frame(chart.x, y, look, { right: widthOf(end, size * 1.4) + size, top: size * 2 });
  const sx = ([value]: Point) => at.x(Math.min(value, chart.x.to));
  const sy = ([, value]: Point) => at.y(value);

  const wash = area<Point>().curve(curveStepAfter).x(sx).y0(at.base).y1(sy)(points) ?? '';
  const ink = line<Point>().curve(curveStepAfter).x(sx).y(sy)(points) ?? '';
  const top = at.y(limit.value);
  let body =
    at.drawn +
    path(wash, `fill="${palette.openWash}"`) +
    path(ink, `fill="none" stroke="${palette.open}" stroke-width="2.4" stroke-linejoin="round"`) +
    path(
      `M${px(at.left)} ${px(top)}H${px(at.right)}`,
      `stroke="${palette.red}" stroke-width="1.8" stroke-dasharray="0.1 5" stroke-linecap="round"`,
    ) +
    text(at.right, top - size * 0.6, limit.label, { size, fill: palette.red, anchor: 'end' });

  // Under the words of the limit, wherever the line ends.
  const ends = last && { x: sx(last), y: sy(last), words: Math.max(sy(last) + size * 0.5, top + size * 1.6) };
  let clear = at.left;
  for (const mark of chart.marks ?? []) {
    const mx = at.x(mark.x);
    const my = at.y(mark.y);
    body += `<circle cx="${px(mx)}" cy="${px(my)}" r="${px(size * 0.36)}" fill="${palette.paper}" stroke="${palette.ink}" stroke-width="1.8"/>`;
    // The curve rises to the right, so there is room below and to the right of a ring.
    const wide = widthOf(mark.label, size) + size;
    const words = my + size * 1.4;
    const meetsEnd = ends && mx + wide > ends.x - size && Math.abs(words - ends.words) < size * 1.6;
    if (mx < clear || mx + wide > at.right || meetsEnd) continue;
    body += text(mx + size * 0.7, words, mark.label, { size, fill: palette.ink, halo: palette.openWash });
    clear = mx + wide;
  }
  if (ends) {
    body += `<circle cx="${px(ends.x)}" cy="${px(ends.y)}" r="${px(size * 0.42)}" fill="${palette.open}"/>`;
    body += text(ends.x + size * 0.8, ends.words, end, { size: size * 1.4, fill: palette.ink, bold: true });
  }
  return svg(look, chart.title, body);
}
