/** What people see as one character: an emoji of a family is seven code points, and half of it is none. Old phones know no better than code points. */
const segmenter = typeof Intl === 'object' && 'Segmenter' in Intl ? new Intl.Segmenter('zh') : undefined;

const charactersOf = (text: string): string[] =>
  segmenter ? Array.from(segmenter.segment(text), one => one.segment) : [...text];

/** The beginning of a text, at most so many UTF-16 units long, as `length` counts and forms do. No character is cut in two. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const character of charactersOf(text.slice(0, most + LONGEST))) {
    if (kept.length + character.length > most) break;
    kept += character;
  }
  return kept;
}

/** More than any emoji has, so that the last character is seen whole. */
const LONGEST = 64;

/** The same, with `…` at the end of what was cut. */
export const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${cut(text, most - 1)}…`;
