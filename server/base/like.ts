import { db } from './database';

/** One letter in the forms in which it may be kept: wide or narrow, 〇 drawn as a circle. */
function formsOf(letter: string): string {
  if (letter === '〇') return '[〇○◯]';
  if (!/^[a-z0-9]$/i.test(letter)) return letter.replace(/[^\p{L}\p{M}\p{N}\p{Co}]/u, '.');
  const narrow = [letter.toLowerCase(), letter.toUpperCase()];
  const wide = narrow.map(form => String.fromCharCode(form.charCodeAt(0) + 0xfee0));
  return `[${[...narrow, ...wide].join('')}]`;
}

/**
 * The signs allowed between two letters of a name: dots, spaces, and marks that older documents still have. They are
 * written out because not every engine knows `\\u`.
 */
const BETWEEN = "[\\s·•・‧∙⋅●.'’\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff-]*";

/**
 * A rough search for a name: text with these letters in this order and anything between them. It finds too much. The
 * rule that decides compares names without titles, dots, spaces and invisible marks.
 */
export const like = (key: string) => db.RegExp({ regexp: [...key].map(formsOf).join('[\\s\\S]*') });

/** A name with exactly these letters, whatever signs separate them. */
export const spelled = (key: string) => db.RegExp({ regexp: `^${[...key].map(formsOf).join(BETWEEN)}${BETWEEN}$` });
