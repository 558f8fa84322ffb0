import type { Palette } from './palette';

/** How a chart is drawn, whatever it shows. Lengths are px of the viewBox. */
export interface Look {
  width: number;
  height: number;
  /** Size of the axis labels. Names in the chart are as large or larger. */
  size: number;
  palette: Palette;
}

/** Formats the numbers of a path briefly. */
export const px = (value: number): string => String(Math.round(value * 10) / 10);

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** The approximate width of a text. A Chinese character and % are as wide as high, the others a bit over half. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' || letter === '%' ? 1 : 0.58), 0) * size;

interface TextLook {
  size: number;
  fill: string;
  anchor?: 'start' | 'middle' | 'end';
  bold?: boolean;
  /** A halo in the colour of the ground, for words that lie on lines. */
  halo?: string;
}

/** Words whose base line is at `y`. */
export function text(x: number, y: number, said: string, look: TextLook): string {
  const halo = look.halo ? ` stroke="${look.halo}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"` : '';
  const bold = look.bold ? ' font-weight="700"' : '';
  return (
    `<text x="${px(x)}" y="${px(y)}" fill="${look.fill}" font-size="${look.size}" text-anchor="${look.anchor ?? 'start'}"` +
    `${bold}${halo} font-family="sans-serif">${escaped(said)}</text>`
  );
}

export const path = (d: string, attributes: string): string => `<path d="${d}" ${attributes}/>`;

/** A picture; a screen reader reads `title`. */
export const svg = (look: Look, title: string, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${look.width}" height="${look.height}" ` +
  `viewBox="0 0 ${look.width} ${look.height}"><title>${escaped(title)}</title>${body}</svg>`;
