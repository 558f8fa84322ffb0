import { LENGTH } from '../bounds';
import { plainWords, wordsKey } from '../base/written';
import { areSlots } from './slots';
import type { Slot } from './wish';

/** A title has so many characters, as people count them. */
export const TITLE = { least: 2, most: LENGTH.wishTitle } as const;
/** Digits in a row, whatever stands between them, from which a title may be a telephone number. */
const NUMBER = /\d{8}/;
const BETWEEN = /[\s\-_.,()+*]/g;

export type WishField = 'title' | 'why' | 'when';

const isTitle = (title: string): boolean => {
  const count = [...title].length;
  return count >= TITLE.least && count <= TITLE.most && /\p{L}/u.test(title) && !hasNumber(title);
};

const hasNumber = (text: string): boolean => NUMBER.test(plainWords(text).replace(BETWEEN, ''));

/** The fields that are not as they must be; empty if all are. */
export const badFields = ({ title, why, when }: { title: string; why: string; when: readonly Slot[] }): WishField[] => [
  ...(isTitle(title) ? [] : ['title' as const]),
  ...([...why].length > LENGTH.wishWhy ? ['why' as const] : []),
  ...(areSlots(when) ? [] : ['when' as const]),
];

/** Two titles are of one course if they are equal without this at their ends. */
const SUFFIX = /(课程|课|班|培训|基础|入门)$/;

/** The title as it is compared: 古琴基础班 and 古琴 are one. A title of nothing but such endings stays whole. */
export function plainTitle(title: string): string {
  const whole = wordsKey(title);
  let plain = whole;
  for (let shorter = plain.replace(SUFFIX, ''); shorter !== plain && shorter; shorter = plain.replace(SUFFIX, ''))
    plain = shorter;
  return plain;
}
