import { plainTitle } from '../wish/words';
import type { Wish } from '../wish/wish';
import type { MenuItem } from './menu';

/** The items for a wish: first those of the same course, then those of its category. Otherwise they keep their order. */
export function fitsFirst<I extends Pick<MenuItem, 'course' | 'category'>>(
  items: readonly I[],
  wish: Pick<Wish, 'plain' | 'category'>,
): I[] {
  const rank = (item: I) => (plainTitle(item.course) === wish.plain ? 0 : item.category === wish.category ? 1 : 2);
  return [...items].sort((a, b) => rank(a) - rank(b));
}
