/**
 * The width of text in em, without a canvas. It errs a little on the wide side, so that what fits here fits on every
 * phone.
 */
export const emsOf = (text: string): number => [...text].reduce((sum, letter) => sum + emOf(letter), 0);

function emOf(letter: string): number {
  if (/[\u2e80-\uffef]/.test(letter)) return 1;
  if (/[0-9]/.test(letter)) return 0.62;
  if (/[A-Z@%&MWmw]/.test(letter)) return 0.8;
  if (/[\s.,:;'!|()il·]/.test(letter)) return 0.34;
  return letter > '\u2000' ? 1 : 0.58;
}

/** Characters that must not begin a line. */
const CLOSING = /^[，。、；：！？）》」』”’,.;:!?)]$/;

/**
 * Breaks text into lines of at most `ems`. A run of Latin letters or digits stays whole if possible. Nothing is left
 * out.
 */
export function linesOf(text: string, ems: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(/[A-Za-z0-9:–.-]+|\s+|[^A-Za-z0-9:–.\s-]/g) ?? []) {
    const pieces = emsOf(word) > ems ? [...word] : [word];
    for (const piece of pieces) {
      const isOver = line !== '' && emsOf(line + piece) > ems;
      // A closing mark hangs over the edge, and a blank before it is left out. A blank alone breaks no line.
      if (isOver && CLOSING.test(piece)) line = line.trimEnd();
      else if (isOver && piece.trim()) {
        lines.push(line.trimEnd());
        line = '';
      }
      if (line || piece.trim()) line += piece;
    }
  }
  if (line.trim()) lines.push(line.trimEnd());
  return lines;
}

/**
 * The largest of `sizes` at which text takes at most `most` lines. At the smallest size it takes as many as it
 * needs.
 */
export function fitted(
  text: string,
  width: number,
  sizes: readonly number[],
  most: number,
): { size: number; lines: string[] } {
  for (const size of sizes) {
    const lines = linesOf(text, width / size);
    if (lines.length <= most) return { size, lines };
  }
  const size = sizes[sizes.length - 1] ?? 16;
  return { size, lines: linesOf(text, width / size) };
}
