import type { Category } from '../../../domain/model';
import { CRAFTS } from './crafts';
import { WINDOWS } from './windows';

export type Theme = 'light' | 'dark';
/** tile: coloured paper with cream cuts. lit: a glowing pane in the wall. dim: a pane that is seen but not lit. */
export type MotifMode = 'tile' | 'lit' | 'dim';

export const CATEGORY_NAMES: Record<Category, string> = {
  choir: '唱歌',
  tea: '茶艺',
  guqin: '民乐',
  papercut: '手工',
  hulusi: '吹奏',
  yoga: '瑜伽健身',
  pingpong: '球类',
  calligraphy: '书画',
  dance: '舞蹈',
  taiji: '太极养生',
  photo: '摄影视频',
  cooking: '烹饪',
  other: '其他',
};

/** Paper by category: light, dark. */
const PAPER: Record<Category, [string, string]> = {
  choir: ['#7E3F55', '#96546B'],
  tea: ['#4B6A4C', '#5E8260'],
  guqin: ['#54433A', '#7A6557'],
  papercut: ['#B8452F', '#B8503C'],
  hulusi: ['#93652A', '#A87A3C'],
  yoga: ['#9A5562', '#AC6976'],
  pingpong: ['#3E587F', '#56719C'],
  calligraphy: ['#403A38', '#6B615C'],
  dance: ['#A2513A', '#B36650'],
  taiji: ['#4C6168', '#637A82'],
  photo: ['#2F6066', '#4A7E85'],
  cooking: ['#7D5633', '#96704C'],
  other: ['#6A5A4E', '#84746A'],
};

/** Patterns that bleed to the edge are drawn inside a rim, so that the window keeps its outline. */
const INSET = new Set<Category>(['choir', 'guqin', 'other']);

function paint(category: Category, theme: Theme, mode: MotifMode): [string, string, string] {
  const dark = theme === 'dark';
  if (mode === 'lit') return dark ? ['#F8D99A', '#64231A', '#C9752A'] : ['#FCE9C4', '#8A2D21', '#E09A34'];
  if (mode === 'dim') return dark ? ['#5C1F18', '#7A2C22', '#93402F'] : ['#8F3024', '#A94636', '#C4674F'];
  return [PAPER[category][dark ? 1 : 0], dark ? '#FBEFDA' : '#FFF5E4', '#F3B957'];
}

/** A category that this version of the app does not know is drawn as `other`. */
export const known = (category: string): Category => (category in CRAFTS ? (category as Category) : 'other');

/** The drawing as SVG. `at` places it inside another drawing. */
export function motifSvg(
  category: Category,
  { theme, mode, size, at }: { theme: Theme; mode: MotifMode; size: number; at?: { x: number; y: number } },
): string {
  const [shape, draw] = CRAFTS[category];
  const [ground, cut, lamp] = paint(category, theme, mode);
  const [shift, scale] = INSET.has(category) ? [5.76, 0.88] : [0, 1];
  const clip = `w-${category}-${at ? Math.round(at.x) : 0}`;
  const place = at ? ` x="${at.x}" y="${at.y}"` : '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="${size}" height="${size}"${place}>` +
    `<clipPath id="${clip}"><path d="${WINDOWS[shape]}" transform="translate(${shift} ${shift}) scale(${scale})"/></clipPath>` +
    `<path d="${WINDOWS[shape]}" fill="${ground}"/><g clip-path="url(#${clip})">${draw(ground, cut, lamp)}</g></svg>`
  );
}
