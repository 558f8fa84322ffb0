import { stack } from 'd3-shape';
import { apart, frame, type Axis } from './frame';
import type { Tone } from './palette';
import { path, px, svg, text, widthOf, type Look } from './svg';

export interface StackedBars {
  title: string;
  /** The bars share it evenly. */
  x: Axis;
  /** A height in words. */
  said: (value: number) => string;
  /** From the bottom to the top, with one value per bar. `words` = the colour of the label. */
  layers: { label: string; tone: Tone; words: Tone; values: number[] }[];
  /** A dotted red line with its words, if there is a bound. */
  limit?: { value: number; label: string };
}

/** Counts over time, one bar per time span, stacked by kind. With one layer it is a plain bar chart. */
export function stackedBars(chart: StackedBars, look: Look): string {
  const { palette, size } = look;
  const { layers, limit } = chart;
  const bars = Array.from({ length: Math.max(0, ...layers.map(one => one.values.length)) }, (_, bar) => bar);
  const stacked = stack<number, number>()
    .keys(layers.map((_, layer) => layer))
    .value((bar, layer) => layers[layer]!.values[bar] ?? 0)(bars);
  const highest = Math.max(1, limit?.value ?? 0, ...(stacked[stacked.length - 1] ?? []).map(([, top]) => top));
  const named = layers.length > 1 ? layers : [];
  const room = named.length ? Math.max(...named.map(one => widthOf(one.label, size))) + size * 1.3 : size;
  const at = frame(chart.x, { from: 0, to: highest, said: chart.said }, look, { right: room, top: size * 2 });

  const wide = (at.right - at.left) / Math.max(1, bars.length);
  const gap = Math.min(2, wide * 0.2);
  let body = at.drawn;
  for (const [layer, spans] of stacked.entries()) {
    let d = '';
    for (const [bar, [low, high]] of spans.entries()) {
      if (high > low)
        d += `M${px(at.left + bar * wide + gap / 2)} ${px(at.y(low))}V${px(at.y(high))}h${px(wide - gap)}V${px(at.y(low))}Z`;
    }
    if (d) body += path(d, `fill="${palette[layers[layer]!.tone]}"`);
  }
  body += layerNames();
  if (limit) {
    const y = at.y(limit.value);
    body += path(
      `M${px(at.left)} ${px(y)}H${px(at.right)}`,
      `stroke="${palette.red}" stroke-width="1.8" stroke-dasharray="0.1 5" stroke-linecap="round"`,
    );
    body += text(at.right, y - size * 0.6, limit.label, {
      size,
      fill: palette.red,
      anchor: 'end',
      halo: palette.paper,
    });
  }
  return svg(look, chart.title, body);

  /** Right of the bars, in the order of the layers. A layer without any value has no name. */
  function layerNames(): string {
    const seen = named.map((one, layer) => ({ ...one, layer })).filter(one => one.values.some(value => value > 0));
    const wanted = seen.map((_, i) => at.base - size * (0.6 + i * 1.5));
    const lines = apart(wanted, size * 1.4, at.top, at.base);
    return seen
      .map(
        (one, i) =>
          `<circle cx="${px(at.right + size * 0.3)}" cy="${px(lines[i]! - size * 0.35)}" r="${px(size * 0.3)}" fill="${palette[one.tone]}"/>` +
          text(at.right + size, lines[i]!, one.label, { size, fill: palette[one.words] }),
      )
      .join('');
  }
}
