import type { Category } from '../../../../domain/model';
import { down, textLines, type Block, type Stroke } from '../../../ui/drawing/picture';
import { CRAFTS } from '../../../ui/motifs/crafts';
import { motifSvg } from '../../../ui/motifs/motif';
import { wallRows } from '../../../ui/motifs/wall';
import { WINDOWS, type WindowShape } from '../../../ui/motifs/windows';
import type { PosterFacts } from './facts';
import { MARGIN, WALL, WIDTH } from './page';
import { fitted } from './text';

const COPING = 66;
const TITLES = [104, 92, 80, 68, 58];
const LINES = 3;

/** The wall under its tiles, the title on it, and a lit window for each craft. */
export function wallBlock({ union, title, categories }: PosterFacts): Block {
  const { size, lines } = fitted(title || '新一期', WIDTH - 2 * MARGIN, TITLES, LINES);
  const line = Math.round(size * 1.28);
  const titleTop = COPING + 130;
  const windowsTop = titleTop + lines.length * line + 44;
  const windows = windowRows(categories);
  const height = windowsTop + windows.height + 60;
  return {
    height,
    strokes: [
      { draw: 'box', x: 0, y: 0, width: WIDTH, height, fill: WALL.ground },
      { draw: 'svg', x: 0, y: 0, width: WIDTH, height: COPING, svg: coping() },
      { draw: 'text', text: '惠工课堂', x: MARGIN, y: COPING + 74, size: 36, fill: WALL.on, bold: true },
      { draw: 'text', text: union, x: WIDTH - MARGIN, y: COPING + 74, size: 32, fill: WALL.quiet, align: 'right' },
      ...textLines(lines, line, {
        x: MARGIN,
        y: titleTop + Math.round(size * 0.96),
        size,
        fill: WALL.on,
        bold: true,
        serif: true,
      }),
      ...down(windows.strokes, windowsTop),
    ],
  };
}

/**
 * With fewer crafts than this, the wall still has this many windows. The extra ones are unlit, because nothing
 * happens behind them.
 */
const LEAST_WINDOWS = 5;
const UNLIT: WindowShape[] = ['hexagon', 'moon', 'octagon', 'arch'];

function windowRows(categories: Category[]): Block {
  const rows = wallRows(categories);
  const most = Math.max(...rows.map(row => row.length), rows.length === 1 ? LEAST_WINDOWS : 1);
  const room = WIDTH - 2 * MARGIN;
  const size = Math.min(156, Math.floor((room - (most - 1) * 32) / most));
  const gap = (room - most * size) / (most - 1);
  const strokes: Stroke[] = [];
  rows.forEach((row, i) => {
    for (let j = 0; j < most; j++) {
      const at = { x: Math.round(MARGIN + j * (size + gap)), y: i * (size + 36), width: size, height: size };
      const category = row[j];
      const shape = category ? CRAFTS[category][0] : UNLIT[j % UNLIT.length]!;
      strokes.push({ draw: 'svg', ...at, svg: opening(shape, !category) });
      if (category)
        strokes.push({ draw: 'svg', ...at, svg: motifSvg(category, { theme: 'light', mode: 'lit', size: 96 }) });
    }
  });
  return { height: rows.length * size + (rows.length - 1) * 36, strokes };
}

/** A window's hole in the thick wall, with its shadow around it. */
const opening = (shape: WindowShape, unlit: boolean): string =>
  `<svg viewBox="0 0 96 96" width="96" height="96"><path d="${WINDOWS[shape]}" fill="${WALL.deep}" stroke="${WALL.deep}" stroke-width="12" stroke-linejoin="round"/>` +
  `${unlit ? `<path d="${WINDOWS[shape]}" fill="${WALL.unlit}"/>` : ''}</svg>`;

function coping(): string {
  const tiles = 24;
  let drawn = '';
  for (let i = 0; i < tiles; i++) {
    const x = (i + 0.5) * (WIDTH / tiles);
    drawn += `<circle cx="${x}" cy="36" r="19" fill="${WALL.tile}"/><circle cx="${x}" cy="36" r="6.5" fill="${WALL.dot}"/>`;
  }
  return (
    `<svg viewBox="0 0 ${WIDTH} ${COPING}" width="${WIDTH}" height="${COPING}"><rect y="20" width="${WIDTH}" height="46" fill="${WALL.deep}"/>` +
    `<rect width="${WIDTH}" height="32" fill="${WALL.tile}"/><rect width="${WIDTH}" height="10" fill="${WALL.ridge}"/>${drawn}</svg>`
  );
}
