import { plain } from './words';

const DIGITS = '零一二三四五六七八九';

/** `十二` → 12, `三十五` → 35, `一百二十` → 120; `undefined` if the text is no Chinese number below 1,000. */
export function chineseNumber(text: string): number | undefined {
  const match = /^(?:([一二两三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([一二两三四五六七八九])?$/.exec(
    text,
  );
  if (!match || text === '') return undefined;
  const [, hundreds, tens, ten, ones] = match;
  const digit = (word: string | undefined) => (word === '两' ? 2 : Math.max(0, DIGITS.indexOf(word ?? '零')));
  return digit(hundreds) * 100 + (ten ? (tens ? digit(tens) : 1) * 10 : 0) + digit(ones);
}

export type ReadNumber = { value: number } | { why: string };

/**
 * Reads a whole number as people write it: `30`, `30人`, `限30名`, `共12次`, `十二`, `３０`. Otherwise `why` says what is wrong
 * and what to write instead, as the end of a sentence.
 *
 * @param least the smallest number that makes sense
 * @param most the largest
 * @param example the number to show as an example
 */
export function readNumber(text: string, least: number, most: number, example: number): ReadNumber {
  const match =
    /^(?:共|限|约|每班|限额|招)?\s*(-?\d[\d,]*(?:\.\d+)?|[一二两三四五六七八九十百零]+)\s*(?:人|名|个|位|次课?|节课?|讲|堂课?|课时|席|座)?$/.exec(
      plain(text),
    );
  const said = match?.[1] ?? '';
  const value = /\d/.test(said) ? Number(said.replace(/,/g, '')) : chineseNumber(said);
  if (value === undefined) return { why: `请填一个数字，例如 ${example}` };
  if (value < least) return { why: `请填 ${least} 或更大的数字` };
  if (value > most) return { why: `最多 ${most}，请核对` };
  if (!Number.isInteger(value)) return { why: `请填整数，例如 ${example}` };
  return { value };
}
