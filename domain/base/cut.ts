/**
 * Splits a text into what people see as one character. An emoji of a family is seven code points, and half of it is no
 * character. Old phones can only split by code points.
 */
const segmenter = typeof Intl === 'object' && 'Segmenter' in Intl ? new Intl.Segmenter('zh') : undefined;

const charactersOf = (text: string): string[] =>
  segmenter ? Array.from(segmenter.segment(text), one => one.segment) : [...text];

/**
 * The beginning of a text, at most `most` UTF-16 units long, which is how `length` and forms count. No character is cut
 * in two.
 */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const character of charactersOf(text.slice(0, most + LONGEST))) {
    if (kept.length + character.length > most) break;
    kept += character;
  }
  return kept;
}

/** Longer than any emoji, so that the last character is seen whole. */
const LONGEST = 64;

/** Like `cut`, with `…` at the end if something was cut. */
export const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${cut(text, most - 1)}…`;
