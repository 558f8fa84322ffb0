/**
 * Cleans text that people type or paste, in one way for every field. Chat apps, contacts and office programs add
 * invisible marks to a text: directions, joiners, variation selectors. Because of them, two texts that look the same
 * are not equal.
 */

/**
 * Every character that nobody sees. An emoji is left whole, because the joiners and selectors in it change how it
 * looks. Removed are controls, formats (directions among them), letters without a shape, halves of a character, and
 * placeholders for objects that were not pasted along.
 */
const UNSEEN =
  /((?:[\u00a9\u00ae\u203c\u2049\u2122-\u2bff\u3030\u303d\u3297\u3299]|[\u{1f000}-\u{1faff}])[\u{1f3fb}-\u{1f3ff}]?\ufe0f?(?:\u200d(?:[\u2600-\u2bff]|[\u{1f000}-\u{1faff}])[\u{1f3fb}-\u{1f3ff}]?\ufe0f?)*|[0-9#*]\ufe0f?\u20e3)|(?![\t-\r])[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufffc]/gu;
/** No script of the world puts more than three marks on one letter. A taller pile covers the lines around it. */
const PILE = /\p{M}{4,}/gu;
/** U+2800 is a Braille pattern without a dot, so it looks blank. */
const BLANKS = /[\s\u2800]+/g;

/**
 * Typed text as it is kept and shown: no invisible characters, no piles of accents, one space where there were several.
 */
export const written = (text: string): string =>
  text
    .replace(UNSEEN, (_, emoji: string | undefined) => emoji ?? '')
    .replace(PILE, pile => Array.from(pile).slice(0, 3).join(''))
    .replace(BLANKS, ' ')
    .trim();

/** A text of several paragraphs, each as `written` has it. Empty lines are left out. */
export const writtenLines = (text: string): string =>
  text
    .split(/[\r\n]+/)
    .map(written)
    .filter(Boolean)
    .join('\n');

/** The same in plain characters: full-width letters, digits and brackets become narrow ones. */
export const plainWords = (text: string): string => written(written(text).normalize('NFKC'));

/** A key that is equal for texts that people take for the same: `（ ）` and `( )`, a space or none, capitals or none. */
export const wordsKey = (text: string): string => plainWords(text).replace(/\s/g, '').toLowerCase();

export const sameWords = (one: string, other: string): boolean => wordsKey(one) === wordsKey(other);
