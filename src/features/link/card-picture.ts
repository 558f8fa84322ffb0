import type { Picture, Stroke } from '../../ui/drawing/picture';
import type { Category } from '../../../domain/model';
import { CRAFTS } from '../../ui/motifs/crafts';
import { motifSvg } from '../../ui/motifs/motif';
import { WINDOWS } from '../../ui/motifs/windows';

/** The ratio is 5 to 4, as a chat shows it. */
const WIDTH = 500;
const HEIGHT = 400;
const DEEP = '#8A2D21';

/** The wall with one window, or up to four, lit. */
export function cardPicture(categories: readonly Category[]): Picture {
  const shown = categories.slice(0, 4);
  const size = shown.length === 1 ? 230 : shown.length === 2 ? 180 : 132;
  const columns = shown.length > 2 ? 2 : shown.length;
  const rows = Math.ceil(shown.length / 2);
  const gap = shown.length > 2 ? 34 : 52;
  const left = (WIDTH - columns * size - (columns - 1) * gap) / 2;
  const lines = shown.length > 2 ? rows : 1;
  const top = 30 + (HEIGHT - 30 - lines * size - (lines - 1) * 30) / 2;
  return {
    width: WIDTH,
    height: HEIGHT,
    strokes: [
      { draw: 'box', x: 0, y: 0, width: WIDTH, height: HEIGHT, fill: '#A53A2C' },
      { draw: 'box', x: 0, y: 0, width: WIDTH, height: 40, fill: DEEP },
      { draw: 'svg', x: 0, y: 0, width: WIDTH, height: 34, svg: coping() },
      ...shown.flatMap((category, i): Stroke[] => {
        const at = {
          x: left + (i % columns) * (size + gap),
          y: top + Math.floor(i / columns) * (size + 30),
          width: size,
          height: size,
        };
        return [
          { draw: 'svg', ...at, svg: opening(category) },
          { draw: 'svg', ...at, svg: motifSvg(category, { theme: 'light', mode: 'lit', size: 96 }) },
        ];
      }),
    ],
  };
}

const opening = (category: Category): string =>
  `<svg viewBox="0 0 96 96" width="96" height="96"><path d="${WINDOWS[CRAFTS[category][0]]}" fill="${DEEP}" stroke="${DEEP}" stroke-width="12" stroke-linejoin="round"/></svg>`;

function coping(): string {
  let drawn = '';
  for (let x = 12.5; x < WIDTH; x += 25)
    drawn += `<circle cx="${x}" cy="19" r="10.5" fill="#4A3730"/><circle cx="${x}" cy="19" r="3.6" fill="#C98A5C"/>`;
  return `<svg viewBox="0 0 ${WIDTH} 34" width="${WIDTH}" height="34"><rect width="${WIDTH}" height="17" fill="#4A3730"/>${drawn}</svg>`;
}
