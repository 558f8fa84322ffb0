import { isOwn, type Runner } from '../people/own';
import type { Slot } from '../wish/wish';
import { slotWords } from '../wish/said';
import type { MenuItem, Offer } from './menu';

export type OfferField = keyof Offer;

/**
 * The fields that are not as they must be; empty if all are. What the contract bounds is not said again here.
 *
 * @param author whoever offers it; it must be theirs to run
 */
export const badFields = (offer: Offer, author: Runner): OfferField[] => [
  ...(/\p{L}/u.test(offer.course) ? [] : ['course' as const]),
  ...(offer.least > offer.most ? ['least' as const, 'most' as const] : []),
  ...(offer.when.length > 0 && new Set(offer.when).size === offer.when.length ? [] : ['when' as const]),
  ...(isOwn(author, offer) ? [] : ['organisation' as const, 'instructor' as const]),
];

/** 周三晚上、周六上午 */
export const whenWords = (when: readonly Slot[]): string => when.map(slotWords).join('、');

/** 10–30 人，10 次，每次 90 分钟 */
export const sizeWords = ({
  least,
  most,
  lessons,
  minutes,
}: Pick<MenuItem, 'least' | 'most' | 'lessons' | 'minutes'>) =>
  `${least === most ? most : `${least}–${most}`} 人，${lessons} 次，每次 ${minutes} 分钟`;

/** 一个班 3000 元 */
export const costWords = (cost: number | null): string =>
  cost === null ? '费用没有写' : cost === 0 ? '不收费' : `一个班 ${cost} 元`;
