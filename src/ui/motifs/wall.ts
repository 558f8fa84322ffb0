import type { Category } from '../../../domain/model';
import { CRAFTS } from './crafts';
import { motifSvg, type Theme } from './motif';
import { WINDOWS } from './windows';

const COLOURS = {
  light: { wall: '#A53A2C', deep: '#8A2D21', tile: '#4A3730', ridge: '#6B5348', dot: '#C98A5C' },
  dark: { wall: '#7A2C22', deep: '#5C1F18', tile: '#3A2B25', ridge: '#4C3931', dot: '#9A6A44' },
};

const round = (value: number) => +value.toFixed(2);

/** One row of the wall has at most this many windows. More go into a second row. */
const PER_ROW = 6;

/** The windows of a wall, in one row or two. */
export function wallRows(categories: Category[]): Category[][] {
  if (categories.length <= PER_ROW) return [categories];
  const half = Math.ceil(categories.length / 2);
  return [categories.slice(0, half), categories.slice(half)];
}

export const WALL_WIDTH = 335;

/** The height of a wall with this many windows, at a width of 335. */
export const wallHeight = (windows: number): number => (windows > PER_ROW ? 148 : 106);

/** The night-school wall: a coping of tiles, and one window for each category of the batch. `lit` names the lit ones. */
export function wallSvg(categories: Category[], theme: Theme, lit: (category: Category) => boolean): string {
  const { wall, deep, tile, ridge, dot } = COLOURS[theme];
  const height = wallHeight(categories.length);
  const tiles = Math.round(WALL_WIDTH / 14);
  const step = WALL_WIDTH / tiles;
  let drawn = '';
  for (let i = 0; i < tiles; i++) {
    const x = round((i + 0.5) * step);
    drawn += `<circle cx="${x}" cy="12" r="5.8" fill="${tile}"/><circle cx="${x}" cy="12" r="2" fill="${dot}"/>`;
  }
  const rows = wallRows(categories);
  const size = rows.length > 1 ? 40 : 48;
  const rowHeight = (height - 22) / rows.length;
  rows.forEach((row, rowIndex) => {
    const gap = (WALL_WIDTH - row.length * size) / (row.length + 1);
    const y = round(22 + rowIndex * rowHeight + (rowHeight - size) / 2 + (rows.length > 1 ? 0 : 1));
    row.forEach((category, i) => {
      const x = round(gap + i * (size + gap));
      const outline = WINDOWS[CRAFTS[category][0]];
      drawn +=
        `<svg x="${round(x - 5)}" y="${round(y - 5)}" width="${size + 10}" height="${size + 10}" viewBox="-9.6 -9.6 115.2 115.2">` +
        `<path d="${outline}" fill="${deep}" stroke="${deep}" stroke-width="13" stroke-linejoin="round"/></svg>` +
        motifSvg(category, { theme, mode: lit(category) ? 'lit' : 'dim', size, at: { x, y } });
    });
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WALL_WIDTH}" height="${height}" viewBox="0 0 ${WALL_WIDTH} ${height}">` +
    `<rect y="8" width="${WALL_WIDTH}" height="${height - 8}" fill="${wall}"/><path d="M0 8H${WALL_WIDTH}V20H0Z" fill="${deep}"/>` +
    `<rect width="${WALL_WIDTH}" height="10" fill="${tile}"/><rect width="${WALL_WIDTH}" height="3" fill="${ridge}"/>${drawn}</svg>`
  );
}
