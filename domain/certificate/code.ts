/**
 * The code of a certificate: twelve of thirty letters and digits, without those that are mistaken for each other. There
 * are 5·10¹⁷ of them, so guessing finds none.
 */
export const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
export const CODE_LENGTH = 12;

/** @param random whole numbers from 0 to 255. One that would make some letters likelier is passed over. */
export function codeFrom(random: () => number): string {
  const fair = 256 - (256 % LETTERS.length);
  let code = '';
  while (code.length < CODE_LENGTH) {
    const number = random();
    if (number < fair) code += LETTERS[number % LETTERS.length];
  }
  return code;
}

/** `ABCD-EFGH-JKMN` */
export const spacedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

/** The code that somebody typed, in capitals and without what stands between; or a sentence that says what is wrong. */
export function readCode(typed: string): { code: string } | { fault: string } {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_·.]/g, '');
  if (code === '') return { fault: '请写证明上的编号' };
  const strange = [...new Set([...code].filter(letter => !LETTERS.includes(letter)))];
  if (strange.some(letter => '01OILU'.includes(letter)))
    return { fault: `编号里没有 ${strange.join('、')}：没有数字 0、1，也没有字母 O、I、L、U，请再看一遍` };
  if (strange.length > 0) return { fault: `编号里只有字母和数字，没有“${strange.join('')}”` };
  if (code.length !== CODE_LENGTH) return { fault: `编号是 ${CODE_LENGTH} 位，现在是 ${code.length} 位` };
  return { code };
}
