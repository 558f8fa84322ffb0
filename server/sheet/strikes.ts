import { readXml, type Attributes } from './xml';

/** `<strike/>`, and not `<strike val="0"/>`. */
export const isStrike = (tag: string, { val }: Attributes): boolean =>
  tag === 'strike' && val !== '0' && val !== 'false';

/** The cell styles whose font is struck through, by a cell's `s`. */
export function struckStylesOf(styles: string | undefined): Set<number> {
  const fonts: boolean[] = [];
  const struck = new Set<number>();
  let within = '';
  let count = 0;
  if (styles === undefined) return struck;
  readXml(styles, {
    open(tag, attributes) {
      // Fonts of conditional formats (`dxfs`) have no number.
      if (tag === 'fonts' || tag === 'cellXfs') within = tag;
      else if (within === 'fonts' && tag === 'font') fonts.push(false);
      else if (within === 'fonts' && isStrike(tag, attributes)) fonts[fonts.length - 1] = true;
      else if (within === 'cellXfs' && tag === 'xf') {
        if (fonts[Number(attributes.fontId ?? 0)]) struck.add(count);
        count += 1;
      }
    },
    close(tag) {
      if (tag === within) within = '';
    },
  });
  return struck;
}
