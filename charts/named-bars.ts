import { scaleBand, scaleLinear } from 'd3-scale';
import type { Tone } from './palette';
import { path, px, svg, text, widthOf, type Look } from './svg';

export interface NamedBars {
  title: string;
  /** From top to bottom. `said` stands at the end of the bar. */
  bars: { label: string; value: number; said: string; tone: Tone }[];
}

/** A few things to compare: a name, a horizontal bar, its number. They share the height, and there are no axes. */
export function namedBars(chart: NamedBars, look: Look): string {
  const { palette, size } = look;
  const { bars } = chart;
  const left = Math.max(0, ...bars.map(bar => widthOf(bar.label, size))) + size;
  const right = look.width - Math.max(0, ...bars.map(bar => widthOf(bar.said, size))) - size;
  const x = scaleLinear([0, Math.max(1e-9, ...bars.map(bar => bar.value))], [left, Math.max(left + 1, right)]);
  const y = scaleBand(
    bars.map((_, i) => i),
    [0, look.height],
  ).padding(0.36);
  const high = Math.min(y.bandwidth(), size * 1.5);
  const body = bars.map((bar, i) => {
    const middle = (y(i) ?? 0) + y.bandwidth() / 2;
    const end = Math.max(x(bar.value), left + 1);
    const r = Math.min(3, (end - left) / 2);
    return (
      text(left - size * 0.7, middle + size * 0.36, bar.label, { size, fill: palette.soft, anchor: 'end' }) +
      path(
        `M${px(left)} ${px(middle - high / 2)}H${px(end - r)}q${px(r)} 0 ${px(r)} ${px(r)}v${px(high - 2 * r)}q0 ${px(r)} ${px(-r)} ${px(r)}H${px(left)}Z`,
        `fill="${palette[bar.tone]}"`,
      ) +
      text(end + size * 0.5, middle + size * 0.36, bar.said, { size, fill: palette.ink, bold: true })
    );
  });
  return svg(look, chart.title, body.join(''));
}
