import { lettersOf, nameKey, personName, sameName } from './person-name';
import { plainWords } from '../base/written';

/**
 * Finds the people in a cell of a course sheet. A cell may hold several, each with a title or a remark: `陈静、李芳（助教）`,
 * `主讲：陈 静 老师`. All code that asks whose class it is, or who teaches where, uses these functions.
 */

// No title may also read as two other titles, because the expressions below repeat them.
const TITLES = [
  '老师|老師|教师|班主任|外教|讲师|导师|副教授|教授|助教|教练员|教练|师傅|师父|大师|先生|女士|小姐|同志|主任|院长|校长|馆长|会长|主席|队长|团长|科长|经理',
  '国家一级|国家二级|国家三级|一级|二级|三级|演员|演奏员|美术师|技师|茶艺师|社会体育指导员|工程师|医生|大夫|博士|专家|指导|非遗传承人|传承人|国家级|市级|区级|特级|高级|中级|初级|主讲|主教|授课|代课|外聘|特邀|[两二三四五六2-9][位名人]|等人|等',
].join('|');
const TITLE_ALONE = new RegExp(`^(?:${TITLES})+$`);
const CLASS_AFTER = /第?[\d一二三四五六七八九十]+班$/;
const TITLES_AFTER = new RegExp(`(?:${TITLES})+$`);
/** `助教：` begins another person, wherever it appears. */
const LABEL = new RegExp(`(?:${TITLES})+人? ?: ?`, 'g');
const ROLE_BEFORE = new RegExp(
  `^(?:(?:${TITLES})+人? ?: ?|(?:主讲|主教|授课|助教|讲师|老师|教师|教授|教练|特邀|外聘|外教|班主任|代课|暂定|拟聘|(?:国家)?(?:特|高|中|初|一|二|三)级(?:教师|讲师|教练员?|演员|演奏员|美术师|技师)|(?:国家级|省级|市级|区级)?非遗(?:代表性)?传承人)+|第?[一二三四五六七八九十\\d]+[班组] ?: ?|(?:每?周|星期)[一二三四五六日天] ?: ?|第?[一二三四五六七八九十\\d]+班)`,
);
/** Words that mean nobody yet. */
const NOBODY =
  /^(?:师资|人员)?(?:待定|另定|未定|暂定|拟定|暂缺|空缺|待确定|待确认|另聘|tbd|n a|另行通知|待通知|待安排|待聘|暂无|无|没有|若干)$/i;
const LONG_SURNAME =
  /^(?:欧阳|司马|上官|诸葛|夏侯|司徒|尉迟|公孙|慕容|皇甫|东方|令狐|宇文|长孙|端木|南宫|申屠|闻人|司空|太史|轩辕|钟离|东郭|百里|呼延|第五|独孤|拓跋|完颜|濮阳|淳于|单于|太叔|仲孙|赫连|西门|南门|宰父|梁丘|左丘|鲜于|闾丘|公冶|公羊|澹台|万俟|宗政|司寇|颛孙|巫马|漆雕|乐正|谷梁|段干|羊舌|微生|纳兰|爱新觉罗|叶赫那拉|钮祜禄)$/;
/** 1、陈静2、李芳: the whole cell is a list. */
const LIST = /^1 ?[.、)][^]+$/;
/** 李芳代, 李芳替课 */
const STANDS_IN = /^([\p{Script=Han}]{2,4})(?:代|替课|代班)$/u;
/** Telephone numbers, and numbers of a list such as `1.`. */
const NUMBERS = /\+?\d[\d -]{4,}\d|(^|[\s、,;/])\d{1,2}(?:[.)、] *|(?=[\p{Script=Han}]{2})(?![班组期级位名人号]))/gu;
const HARD = /[、,;/\\|&+~×→\n。]|以及|还有/;
/** A hyphen separates two Chinese names. In `Jean-Paul` it does not. */
const HYPHEN = /([\p{Script=Han}\p{Co}\u{20000}-\u{3fffd}]) ?[-–—―]+ ?(?=[\p{Script=Han}\p{Co}\u{20000}-\u{3fffd}])/gu;
const HAN_FIRST = /^[\p{Script=Han}\p{Co}\u{20000}-\u{3fffd}]/u;
const HAN_ONLY = /^[\p{Script=Han}\p{Co}\u{20000}-\u{3fffd}]+$/u;

/** The people in a cell, in its order and each once, as names without titles and remarks. 待定 is nobody. */
export function namesIn(cell: string): string[] {
  const names = piecesOf(cell).flatMap(peopleOf);
  return names.filter((name, index) => names.findIndex(other => sameName(name, other)) === index);
}

/** True if the cell names this person, perhaps among others. */
export const isNamed = (name: string, cell: string): boolean => sharedNames(name, cell).length > 0;

/** The people whom both cells name, as keys (`nameKey`). */
export function sharedNames(one: string, other: string): string[] {
  const theirs = new Set(keysIn(other));
  return keysIn(one).filter(key => theirs.has(key));
}

/**
 * Keys for every way to read a cell, each once, because a character that separates two people may also be part of one
 * name.
 */
export function keysIn(cell: string): string[] {
  const names = piecesOf(cell).flatMap(piece => [...peopleOf(piece), withoutTitles(piece)]);
  return [...new Set(names.filter(isSomebody).map(nameKey))];
}

const isSomebody = (name: string): boolean =>
  lettersOf(name).length > 0 && !NOBODY.test(name) && !TITLE_ALONE.test(name);

/**
 * The pieces between commas, slashes and the like. Brackets contain remarks, unless a role in them shows that they name
 * somebody.
 */
function piecesOf(cell: string): string[] {
  const text = cell
    .replace(/[\u2460-\u249b]/g, '、')
    .replace(/\bn\/a\b/gi, '')
    .split(/[\r\n\t\u2028\u2029]+/)
    .map(plainWords)
    .join('\n')
    .replace(LIST, list => list.replace(/([^\d、])\d{1,2} ?[.、)]/g, '$1、'))
    .replace(NUMBERS, '$1 ')
    .replace(/[[{【〔〖<《「]/g, '(')
    .replace(/[\]}】〕〗>》」]/g, ')');
  const outside = text.replace(/\([^()]*\)?/g, ' ').replace(/\)/g, ' ');
  const remarks = [...text.matchAll(/\(([^()]*)/g)]
    .map(match => (match[1] ?? '').trim().replace(STANDS_IN, '$1代课'))
    .filter(namesSomebody);
  const said = lettersOf(outside).length > 0 ? [outside, ...remarks] : [text.replace(/[()]/g, ' ')];
  return said
    .flatMap(part => part.replace(LABEL, '、').replace(HYPHEN, '$1、').split(HARD))
    .map(piece => piece.replace(/ +/g, ' ').trim());
}

/** True for `助教：李芳` and `李芳代课`, but not for `琵琶`. */
const namesSomebody = (remark: string): boolean =>
  (ROLE_BEFORE.test(remark) || remark.endsWith('代课')) &&
  lettersOf(withoutTitles(remark)).length < lettersOf(remark).length;

/** The people of a piece. Spaces or a word for "and" may separate them. */
const peopleOf = (piece: string): string[] =>
  joined(withoutTitles(piece)).flatMap(parts).map(withoutTitles).filter(isSomebody);

/** The piece without titles. A title alone stays as written. So does a name if only a surname would be left (`陈老师`). */
function withoutTitles(piece: string): string {
  const bare = piece.replace(ROLE_BEFORE, '').replace(TITLES_AFTER, '').replace(CLASS_AFTER, '');
  return personName(lettersOf(bare).length < 2 || LONG_SURNAME.test(bare.trim()) ? piece : bare);
}

/** `陈静和李芳` are two people, 李和平 is one. */
function joined(piece: string): string[] {
  const sides = piece.split(/ ?[和与及跟或] ?/);
  const isName = (side: string) =>
    /^[\p{Script=Han}\p{Co}\u{20000}-\u{3fffd} ]+$/u.test(side) &&
    [2, 3, 4].includes(lettersOf(withoutTitles(side)).length);
  return sides.every(isName) ? sides : [piece];
}

/**
 * Splits a piece at spaces. Words of Chinese characters are people, or parts of one person. Other words in a row are
 * one person.
 */
function parts(piece: string): string[] {
  const words = piece.split(' ');
  const found: string[] = [];
  for (let at = 0; at < words.length;) {
    const isHan = HAN_FIRST.test(words[at] ?? '');
    const next = isHan ? hanLength(words.slice(at)) : words.slice(at).findIndex(word => HAN_FIRST.test(word));
    const taken = words.slice(at, next < 0 ? undefined : at + next);
    found.push(taken.join(isHan ? '' : ' '));
    at += taken.length;
  }
  return found;
}

/**
 * How many of these words form the first person. `陈 静` and `王 小明` are one person, and 欧阳 is a surname. Two single
 * characters are a person; three are one if nothing follows.
 */
function hanLength([first = '', second = '', ...rest]: readonly string[]): number {
  const lengthOf = (word: string) => (HAN_ONLY.test(word) ? lettersOf(word).length : Infinity);
  const given = lengthOf(second);
  if (LONG_SURNAME.test(first) ? given > 2 : lengthOf(first) !== 1) return 1;
  return given === 1 && lengthOf(rest.join('')) === 1 ? 3 : 2;
}
