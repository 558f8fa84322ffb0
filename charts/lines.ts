import { line } from 'd3-shape';
import { apart, frame, type Axis } from './frame';
import type { Tone } from './palette';
import type { Point } from './stepped-area';
import { path, px, svg, text, widthOf, type Look } from './svg';

export interface Lines {
  title: string;
  x: Axis;
  y: Axis;
  /** Each line has its name at its right end. A line without a name is the faint ground for the others. */
  lines: { label: string; tone: Tone; points: Point[]; dashed?: boolean }[];
  limit?: { value: number; label: string };
}

/** Lines over time, each named at its end. */
export function lines(chart: Lines, look: Look): string {
  const { palette, size } = look;
  const drawn = chart.lines.filter(one => one.points.length > 0);
  const room = Math.max(0, ...drawn.map(one => widthOf(one.label, size))) + size * 1.2;
  const at = frame(chart.x, chart.y, look, { right: room, top: size * 2 });
  const y = (value: number) => at.y(Math.min(value, chart.y.to));
  let body = at.drawn;
  if (chart.limit) {
    const height = y(chart.limit.value);
    body += path(
      `M${px(at.left)} ${px(height)}H${px(at.right)}`,
      `stroke="${palette.red}" stroke-width="1.8" stroke-dasharray="0.1 5" stroke-linecap="round"`,
    );
    body += text(at.right, height - size * 0.6, chart.limit.label, { size, fill: palette.red, anchor: 'end' });
  }
  for (const one of drawn) {
    const d = line<Point>(
      ([x]) => at.x(Math.min(x, chart.x.to)),
      ([, value]) => y(value),
    )(one.points);
    const dash = one.dashed ? ' stroke-dasharray="5 4"' : '';
    const wide = one.label ? 2.4 : 1.2;
    body += path(
      d ?? '',
      `fill="none" stroke="${palette[one.tone]}" stroke-width="${wide}" stroke-linejoin="round"${dash}`,
    );
    // One point makes no line.
    if (one.points.length === 1 && one.label) {
      const [[px1, py1]] = one.points as [Point];
      body += `<circle cx="${px(at.x(px1))}" cy="${px(y(py1))}" r="${px(size * 0.35)}" fill="${palette[one.tone]}"/>`;
    }
  }
  const named = drawn.filter(one => one.label);
  const wanted = named.map(one => y(one.points[one.points.length - 1]![1]) + size * 0.35);
  const placed = apart(wanted, size * 1.3, at.top, at.base);
  for (const [i, one] of named.entries()) {
    const end = at.x(Math.min(one.points[one.points.length - 1]![0], chart.x.to));
    const halo = palette.paper;
    body += text(end + size * 0.6, placed[i]!, one.label, { size, fill: palette[one.tone], bold: true, halo });
  }
  return svg(look, chart.title, body);
}
