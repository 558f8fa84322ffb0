import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { path, px, text, widthOf, type Look } from './svg';

/** An axis of numbers. `said` turns a tick into words. */
export interface Axis {
  from: number;
  to: number;
  said: (value: number) => string;
  /** Where the ticks stand; round numbers by default. */
  ticks?: number[];
}

export interface Frame {
  x: ScaleLinear<number, number>;
  y: ScaleLinear<number, number>;
  left: number;
  right: number;
  top: number;
  base: number;
  /** Hairlines and labels of both axes, to be drawn first. */
  drawn: string;
}

/** The plane with its axes. `room.right` is kept free for labels beside the ends of lines. */
export function frame(x: Axis, y: Axis, look: Look, room: { right?: number; top?: number } = {}): Frame {
  const { size, palette } = look;
  const yTicks = y.ticks ?? scaleLinear([y.from, y.to], [0, 1]).ticks(look.height < 180 ? 2 : 4);
  const left = Math.max(...yTicks.map(tick => widthOf(y.said(tick), size))) + size * 0.8;
  const right = look.width - (room.right ?? size);
  const top = room.top ?? size * 1.6;
  const base = look.height - size * 2;
  const xScale = scaleLinear([x.from, Math.max(x.to, x.from + 1e-9)], [left, right]);
  const yScale = scaleLinear([y.from, Math.max(y.to, y.from + 1e-9)], [base, top]);

  const quiet = { size, fill: palette.soft };
  let drawn = '';
  for (const tick of yTicks) {
    drawn += path(`M${px(left)} ${px(yScale(tick))}H${px(right)}`, `stroke="${palette.line}"`);
    drawn += text(left - size * 0.6, yScale(tick) + size * 0.35, y.said(tick), { ...quiet, anchor: 'end' });
  }
  for (const { at, said, anchor } of xLabels(x, xScale, look)) {
    drawn += path(`M${px(at)} ${px(base)}v${px(size * 0.35)}`, `stroke="${palette.line}"`);
    drawn += text(at, base + size * 1.5, said, { ...quiet, anchor });
  }
  return { x: xScale, y: yScale, left, right, top, base, drawn };
}

/** Labels every tick, every second, every third …: as many as fit without touching. None leaves the picture. */
function xLabels(x: Axis, scale: ScaleLinear<number, number>, look: Look) {
  const [left = 0, right = 0] = scale.range();
  const widest = Math.max(widthOf(x.said(x.from), look.size), widthOf(x.said(x.to), look.size)) + look.size;
  const most = Math.max(1, Math.floor((right - left) / widest));
  const ticks = x.ticks ?? scale.ticks(Math.min(8, most));
  const every = Math.ceil((ticks.length - 1) / most) || 1;
  return ticks
    .filter((_, i) => i % every === 0)
    .map(tick => {
      const at = scale(tick);
      const said = x.said(tick);
      const half = widthOf(said, look.size) / 2;
      const anchor = at - half < 0 ? 'start' : at + half > look.width ? 'end' : 'middle';
      return { at, said, anchor } as const;
    });
}

/** Moves overlapping labels apart. Their order from top to bottom stays. Returns their base lines. */
export function apart(wanted: number[], gap: number, top: number, bottom: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  const placed = [...wanted];
  let floor = top;
  for (const i of order) {
    placed[i] = Math.max(placed[i]!, floor);
    floor = placed[i]! + gap;
  }
  let ceiling = bottom;
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i]!, ceiling);
    ceiling = placed[i]! - gap;
  }
  return placed;
}
