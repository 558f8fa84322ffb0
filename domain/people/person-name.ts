import { plainWords } from '../base/written';

/**
 * One person's name, in the form in which it is kept and compared. Letters of any script count. So do 〇 and the private
 * use area, where registries keep rare characters that had no code of their own. The expressions are literals because
 * the build rewrites them for old phones.
 */

const DOTS = / ?[·•・‧∙⋅●᛫ꞏᐧ⸱⸰∘◦]+ ?/g;
/** A full stop belongs to initials (`J. Smith`). Beside a Chinese character it stands for the dot of a name. */
const HAN_STOP = /([\p{Script=Han}\p{Co}\u{20000}-\u{3fffd}]) ?[.。] ?/gu;
/** Hyphens and short dashes that phones and Word put in place of `-`. */
const HYPHENS = /[‐‑‒–]/g;
/** Accents on a Chinese character, which has none. */
const HAN_MARKS = /([\p{Script=Han}\p{Co}\u{20000}-\u{3fffd}])\p{M}+/gu;
/** `陈 静`: a name of two characters is often spread to the width of three. */
const SPREAD = /^[\p{Script=Han}\p{Co}\u{20000}-\u{3fffd}](?: [\p{Script=Han}\p{Co}\u{20000}-\u{3fffd}]){1,2}$/u;
const LETTER = /[\p{L}\p{Co}〇\u{20000}-\u{3fffd}]\p{M}*/gu;
const SIGN = /[\p{L}\p{Nd}\p{Co}〇\u{20000}-\u{3fffd}]\p{M}*/gu;
const WELL_FORMED =
  /^[\p{L}\p{Co}〇\u{20000}-\u{3fffd}]\p{M}*(?:(?:·|\. ?| |['’‘-])?[\p{L}\p{Co}〇\u{20000}-\u{3fffd}]\p{M}*)*\.?$/u;

/** `阿依古丽•买买提` → `阿依古丽·买买提`, `陈 静` → `陈静`, `李○` → `李〇`. */
export function personName(text: string): string {
  const name = plainWords(text)
    .replace(/[○◯]/g, '〇')
    .replace(HAN_MARKS, '$1')
    .replace(HAN_STOP, '$1·')
    .replace(DOTS, '·')
    .replace(HYPHENS, '-')
    .replace(/^·|·$/g, '');
  return SPREAD.test(name) ? name.replace(/ /g, '') : name;
}

/** True for a text that can be somebody's name: at least two visible letters. The text comes from `personName`. */
export const isPersonName = (name: string): boolean => WELL_FORMED.test(name) && lettersOf(name).length >= 2;

export const lettersOf = (name: string): string[] => name.match(LETTER) ?? [];

/**
 * The characters that count when names are compared: letters, and digits, because a sheet may number 老师1 and 老师2. Dots,
 * spaces and hyphens are written in many ways, or left out.
 */
export const nameKey = (name: string): string => (personName(name).match(SIGN) ?? []).join('').toLowerCase();

export const sameName = (one: string, other: string): boolean => nameKey(one) === nameKey(other);
