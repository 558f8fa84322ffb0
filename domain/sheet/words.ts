import { cut } from '../base/cut';
import { plainWords, written } from '../base/written';

/**
 * Text in the form in which it is compared: full-width forms become plain, invisible characters are removed, and one
 * space is left between words.
 */
export const plain = plainWords;

/** Text in the form in which it is shown: full-width letters and digits become plain, and Chinese punctuation stays. */
export const tidy = (text: string): string =>
  written(text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, wide => wide.normalize('NFKC')));

/** `陈 (wide space) 静` → `陈静`: a name of two characters is often spread to the width of three. */
export const personName = (text: string): string => tidy(text).replace(/^(\p{Script=Han}) (\p{Script=Han})$/u, '$1$2');

/** The column's letter as Excel shows it: 0 → `A`, 26 → `AA`. */
export const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** The column of a letter: `A` → 0, `AA` → 26. `undefined` if the text is no letter of a column. */
export const columnOf = (letters: string): number | undefined =>
  /^[A-Z]{1,3}$/.test(letters)
    ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    : undefined;

/** The beginning of a text, about 20 characters, for quoting in a sentence. */
export function quote(text: string): string {
  const whole = tidy(text);
  return `“${cut(whole, 20)}${whole.length > 20 ? '…' : ''}”`;
}
