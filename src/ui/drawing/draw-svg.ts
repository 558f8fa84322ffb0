import { segmentsOf } from './path';

/**
 * Draws our own SVG (motifs, wall, tiles, charts) on a canvas. Not every phone's canvas is sure to take an image of SVG. So
 * the strings that the app shows as images are drawn here with the plainest commands. Only what our drawings use is
 * supported.
 */
export type Ctx = Pick<
  CanvasRenderingContext2D,
  | 'save'
  | 'restore'
  | 'translate'
  | 'scale'
  | 'rotate'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'bezierCurveTo'
  | 'closePath'
  | 'arc'
  | 'clip'
  | 'fill'
  | 'stroke'
  | 'setLineDash'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
  | 'globalAlpha'
  | 'font'
  | 'textAlign'
  | 'fillText'
>;

export const SANS =
  '-apple-system, "PingFang SC", "HarmonyOS Sans SC", MiSans, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';

type Attributes = Record<string, string>;
const TAG = /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>([^<]*)/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;

interface Ink {
  fill: string;
  stroke: string;
  width: number;
  cap: CanvasLineCap;
  join: CanvasLineJoin;
  dash: number[];
}
const PLAIN: Ink = { fill: '#000', stroke: 'none', width: 1, cap: 'butt', join: 'miter', dash: [] };

/** @param at where on the canvas, and how large, in its pixels. */
export function drawSvg(ctx: Ctx, svg: string, at: { x: number; y: number; width: number; height: number }): void {
  const clips = new Map<string, Attributes>();
  const inks: Ink[] = [PLAIN];
  /** Inside a clip path that is being read, shapes are not drawn. */
  let clip: string | undefined;
  let outer = true;
  for (const [, end, name, rest, alone, words] of svg.matchAll(TAG)) {
    if (name === 'clipPath') {
      clip = end ? undefined : read(rest!)['id'];
    } else if (end) {
      inks.pop();
      ctx.restore();
    } else if (clip !== undefined) {
      clips.set(clip, read(rest!));
    } else {
      const own = outer ? { ...read(rest!), ...texts(at) } : read(rest!);
      outer = false;
      const ink = inkOf(own, inks[inks.length - 1]!);
      ctx.save();
      if (own['opacity']) ctx.globalAlpha *= Number(own['opacity']);
      if (name === 'svg') placeView(ctx, own);
      move(ctx, own['transform']);
      const clipped = /url\(#(.+)\)/.exec(own['clip-path'] ?? '')?.[1];
      if (clipped) clipTo(ctx, clips.get(clipped));
      if (name === 'text') write(ctx, own, ink, words!);
      else if (shape(ctx, name!, own)) paint(ctx, ink, own['paint-order'] === 'stroke');
      if (alone) ctx.restore();
      else inks.push(ink);
    }
  }
}

const read = (text: string): Attributes =>
  Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name, value]) => [name!, value!]));
const texts = (at: Record<string, number>): Attributes =>
  Object.fromEntries(Object.entries(at).map(([name, value]) => [name, String(value)]));
const numbers = (text: string | undefined): number[] => (text?.match(/-?[\d.]+/g) ?? []).map(Number);

function inkOf(own: Attributes, above: Ink): Ink {
  return {
    fill: own['fill'] ?? above.fill,
    stroke: own['stroke'] ?? above.stroke,
    width: own['stroke-width'] ? Number(own['stroke-width']) : above.width,
    cap: (own['stroke-linecap'] as CanvasLineCap | undefined) ?? above.cap,
    join: (own['stroke-linejoin'] as CanvasLineJoin | undefined) ?? above.join,
    dash: own['stroke-dasharray'] ? numbers(own['stroke-dasharray']) : above.dash,
  };
}

function placeView(ctx: Ctx, own: Attributes): void {
  const [width, height] = [Number(own['width']), Number(own['height'])];
  const [left = 0, top = 0, across = width, down = height] = numbers(own['viewBox']);
  ctx.translate(Number(own['x'] ?? 0), Number(own['y'] ?? 0));
  ctx.scale(width / across, height / down);
  ctx.translate(-left, -top);
}

function move(ctx: Ctx, transform: string | undefined): void {
  for (const [, how, given] of (transform ?? '').matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [a = 0, b, c] = numbers(given);
    if (how === 'translate') ctx.translate(a, b ?? 0);
    else if (how === 'scale') ctx.scale(a, b ?? a);
    else {
      ctx.translate(b ?? 0, c ?? 0);
      ctx.rotate((a * Math.PI) / 180);
      ctx.translate(-(b ?? 0), -(c ?? 0));
    }
  }
}

/** The clip's own transform applies to its shape and not to what is clipped. */
function clipTo(ctx: Ctx, own: Attributes | undefined): void {
  if (!own) return;
  const [shift = 0, , scale = 1] = numbers(own['transform']);
  ctx.translate(shift, shift);
  ctx.scale(scale, scale);
  shape(ctx, 'path', own);
  ctx.clip();
  ctx.scale(1 / scale, 1 / scale);
  ctx.translate(-shift, -shift);
}

const ALIGN: Record<string, CanvasTextAlign> = { start: 'left', middle: 'center', end: 'right' };
const UNESCAPED: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** The words of a chart. Their halo is left out, because a canvas has none. */
function write(ctx: Ctx, own: Attributes, { fill }: Ink, words: string): void {
  ctx.font = `${own['font-weight'] ? 'bold ' : ''}${own['font-size'] ?? '16'}px ${SANS}`;
  ctx.textAlign = ALIGN[own['text-anchor'] ?? 'start'] ?? 'left';
  ctx.fillStyle = fill;
  const said = words.replace(/&(?:lt|gt|quot|amp);/g, sign => UNESCAPED[sign] ?? sign);
  ctx.fillText(said, Number(own['x'] ?? 0), Number(own['y'] ?? 0));
}

/** Puts a shape on the canvas as its path; false if the element is no shape. */
function shape(ctx: Ctx, name: string, own: Attributes): boolean {
  const n = (attribute: string) => Number(own[attribute] ?? 0);
  switch (name) {
    case 'path':
      trace(ctx, own['d'] ?? '');
      return true;
    case 'circle':
      ctx.beginPath();
      ctx.arc(n('cx'), n('cy'), n('r'), 0, 2 * Math.PI);
      return true;
    case 'rect':
      trace(ctx, roundedRect(n('x'), n('y'), n('width'), n('height'), n('rx')));
      return true;
    default:
      return false;
  }
}

export const roundedRect = (x: number, y: number, width: number, height: number, r: number): string =>
  r > 0
    ? `M${x + r} ${y}h${width - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${height - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}h${2 * r - width}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - height}a${r} ${r} 0 0 1 ${r} ${-r}Z`
    : `M${x} ${y}h${width}v${height}h${-width}Z`;

export function trace(ctx: Ctx, d: string): void {
  ctx.beginPath();
  for (const segment of segmentsOf(d)) {
    if (segment[0] === 'M') ctx.moveTo(segment[1], segment[2]);
    else if (segment[0] === 'L') ctx.lineTo(segment[1], segment[2]);
    else if (segment[0] === 'Z') ctx.closePath();
    else ctx.bezierCurveTo(segment[1], segment[2], segment[3], segment[4], segment[5], segment[6]);
  }
}

function paint(ctx: Ctx, ink: Ink, strokeFirst: boolean): void {
  const fill = () => {
    if (ink.fill === 'none') return;
    ctx.fillStyle = ink.fill;
    ctx.fill();
  };
  if (!strokeFirst) fill();
  if (ink.stroke !== 'none') {
    ctx.strokeStyle = ink.stroke;
    ctx.lineWidth = ink.width;
    ctx.lineCap = ink.cap;
    ctx.lineJoin = ink.join;
    ctx.setLineDash(ink.dash);
    ctx.stroke();
  }
  if (strokeFirst) fill();
}
