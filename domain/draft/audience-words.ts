import type { Audience } from '../model';

/** The words in a sheet's 对象 column, without the differences in how people type them. */
const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '');

/** 会员 is named, and so is somebody else: 非会员也可, 会员优先, 会员及家属. */
const OTHERS_TOO =
  /(?:非|不限|不是|无需|不必|不要求|不用是?|是否|未?加?入?不?分)(?:工会)?会员|会员(?:优先|优惠|及|和|与|或|、|以及)(?!.{0,4}(?:干部|积极分子))/;
/** 会员 is not named, and the text plainly means anybody. */
const ANYBODY = /全[区市县镇体]|所有|不限|任何|社会|市民|居民|群众|人人/;
/** The name of a 镇街. 城镇职工 and 各镇街 are no such names. */
const DISTRICT = /[\p{Script=Han}]+?(?:街道|(?<![城乡各])镇(?!街)|(?<!城)乡(?!镇))/u;

/** The people whom a text admits: members only, others too, or `undefined` if it does not say. */
export function membersBy(text: string): 'only' | 'others' | undefined {
  const words = plain(text);
  if (!words.includes('会员')) return ANYBODY.test(words) ? 'others' : undefined;
  return OTHERS_TOO.test(words) ? 'others' : 'only';
}

/** The 对象 of a class is only text, while the system decides by 谁可以报. Returns a sentence if the two disagree. */
export function audienceDisagreement(text: string, audience: Audience): string | undefined {
  const members = membersBy(text);
  if (members === 'only' && !audience.unionMembersOnly) return '没有限会员，不是会员的也报得上';
  if (members === 'others' && audience.unionMembersOnly) return '限了会员，不是会员的报不上';
  const words = plain(text);
  if (!DISTRICT.test(words)) return undefined;
  if (!audience.districts) return '没有限镇街，别处的职工也报得上';
  return audience.districts.some(name => words.includes(plain(name))) ? undefined : '限的是别的镇街';
}
