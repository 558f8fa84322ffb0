/**
 * The path language of SVG, as far as a canvas needs it. Every segment becomes a move, a line, a cubic curve or a
 * close.
 */
export type Segment =
  ['M', number, number] | ['L', number, number] | ['C', number, number, number, number, number, number] | ['Z'];

const COUNTS: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
/** The flags of an arc may have no blank after them, so they are read on their own. */
const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/iy;
const FLAG = /[01]/y;
const GAP = /[\s,]*/y;

/** @throws Error if the text is no path, because only our own drawings come here. */
export function segmentsOf(d: string): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  const take = (pattern: RegExp): string => {
    GAP.lastIndex = at;
    at += GAP.exec(d)![0].length;
    pattern.lastIndex = at;
    const found = pattern.exec(d);
    if (!found) throw new Error(`no path at ${at}: ${d}`);
    at += found[0].length;
    return found[0];
  };
  const more = () => {
    GAP.lastIndex = at;
    at += GAP.exec(d)![0].length;
    return at < d.length;
  };
  let [x, y, startX, startY] = [0, 0, 0, 0];
  /** The last control point, for S and T. */
  let control: { x: number; y: number; of: string } | undefined;
  let command = '';
  while (more()) {
    if (/[a-z]/i.test(d[at]!)) command = d[at++]!;
    const upper = command.toUpperCase();
    const [ox, oy] = command === upper ? [0, 0] : [x, y];
    const n = Array.from({ length: COUNTS[upper] ?? 0 }, (_, i) =>
      Number(take(upper === 'A' && (i === 3 || i === 4) ? FLAG : NUMBER)),
    );
    const curve = (x1: number, y1: number, x2: number, y2: number, x3: number, y3: number) => {
      segments.push(['C', x1, y1, x2, y2, x3, y3]);
      [x, y] = [x3, y3];
    };
    const mirrored = (of: string) => (control?.of === of ? [2 * x - control.x, 2 * y - control.y] : [x, y]);
    const quadratic = (cx: number, cy: number, ex: number, ey: number) => {
      const third = (from: number, to: number) => from + (2 / 3) * (to - from);
      curve(third(x, cx), third(y, cy), third(ex, cx), third(ey, cy), ex, ey);
      return { x: cx, y: cy, of: 'Q' };
    };
    let next: typeof control;
    switch (upper) {
      case 'M':
      case 'L':
        [x, y] = [ox + n[0]!, oy + n[1]!];
        segments.push([upper, x, y]);
        if (upper === 'M') {
          [startX, startY] = [x, y];
          // Further pairs after a move are lines.
          command = command === 'M' ? 'L' : 'l';
        }
        break;
      case 'H':
      case 'V':
        [x, y] = upper === 'H' ? [ox + n[0]!, y] : [x, oy + n[0]!];
        segments.push(['L', x, y]);
        break;
      case 'C':
        next = { x: ox + n[2]!, y: oy + n[3]!, of: 'C' };
        curve(ox + n[0]!, oy + n[1]!, next.x, next.y, ox + n[4]!, oy + n[5]!);
        break;
      case 'S': {
        const [x1, y1] = mirrored('C');
        next = { x: ox + n[0]!, y: oy + n[1]!, of: 'C' };
        curve(x1!, y1!, next.x, next.y, ox + n[2]!, oy + n[3]!);
        break;
      }
      case 'Q':
        next = quadratic(ox + n[0]!, oy + n[1]!, ox + n[2]!, oy + n[3]!);
        break;
      case 'T': {
        const [cx, cy] = mirrored('Q');
        next = quadratic(cx!, cy!, ox + n[0]!, oy + n[1]!);
        break;
      }
      case 'A':
        for (const part of arcCurves(x, y, n, ox + n[5]!, oy + n[6]!)) curve(...part);
        break;
      case 'Z':
        segments.push(['Z']);
        [x, y] = [startX, startY];
        break;
      default:
        throw new Error(`no path at ${at}: ${d}`);
    }
    control = next;
  }
  return segments;
}

type Curve = [number, number, number, number, number, number];

/** An elliptical arc as curves of at most a quarter. https://www.w3.org/TR/SVG11/implnote.html#ArcImplementationNotes */
function arcCurves(x1: number, y1: number, [rx0, ry0, turn, large, sweep]: number[], x2: number, y2: number): Curve[] {
  let [rx, ry] = [Math.abs(rx0!), Math.abs(ry0!)];
  if (x1 === x2 && y1 === y2) return [];
  if (rx === 0 || ry === 0) return [[x1, y1, x2, y2, x2, y2]];
  const phi = (turn! * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const [dx, dy] = [(x1 - x2) / 2, (y1 - y2) / 2];
  const [px, py] = [cos * dx + sin * dy, cos * dy - sin * dx];
  const short = Math.sqrt((px / rx) ** 2 + (py / ry) ** 2);
  if (short > 1) [rx, ry] = [rx * short, ry * short];
  const under = (rx * ry) ** 2 / ((rx * py) ** 2 + (ry * px) ** 2) - 1;
  const factor = Math.sqrt(Math.max(0, under)) * (large === sweep ? -1 : 1);
  const [qx, qy] = [(factor * rx * py) / ry, (-factor * ry * px) / rx];
  const [cx, cy] = [cos * qx - sin * qy + (x1 + x2) / 2, sin * qx + cos * qy + (y1 + y2) / 2];
  const from = Math.atan2((py - qy) / ry, (px - qx) / rx);
  let span = Math.atan2((-py - qy) / ry, (-px - qx) / rx) - from;
  if (sweep && span < 0) span += 2 * Math.PI;
  if (!sweep && span > 0) span -= 2 * Math.PI;
  const parts = Math.max(1, Math.ceil(Math.abs(span) / (Math.PI / 2) - 1e-9));
  const step = span / parts;
  const reach = (4 / 3) * Math.tan(step / 4);
  const point = (ex: number, ey: number): [number, number] => [
    cx + cos * rx * ex - sin * ry * ey,
    cy + sin * rx * ex + cos * ry * ey,
  ];
  return Array.from({ length: parts }, (_, i) => {
    const [a, b] = [from + i * step, from + (i + 1) * step];
    return [
      ...point(Math.cos(a) - reach * Math.sin(a), Math.sin(a) + reach * Math.cos(a)),
      ...point(Math.cos(b) + reach * Math.sin(b), Math.sin(b) - reach * Math.cos(b)),
      ...point(Math.cos(b), Math.sin(b)),
    ] as Curve;
  });
}
