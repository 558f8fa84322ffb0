import { groupOf, isTab, samePage } from './routes';

/** WeChat keeps ten pages; `navigateTo` fails at the eleventh. */
export const MOST_PAGES = 10;

export type Way = { by: 'stay' } | { by: 'back'; pages: number } | { by: 'tab' | 'push' | 'replace'; url: string };

/**
 * How to get from the pages that lie on each other to an address. A page that already lies there is gone back to, a page
 * of the same group is replaced, and so is the topmost of ten: a button always leads somewhere.
 * @param stack addresses from the bottom to the page that is seen.
 * @param beside in place of the page that is seen.
 */
export function wayTo(stack: string[], url: string, beside = false): Way {
  if (isTab(url)) return { by: 'tab', url };
  const top = stack[stack.length - 1];
  if (top !== undefined && samePage(top, url)) return { by: 'stay' };
  const below = [...stack].reverse().findIndex(one => samePage(one, url));
  if (below > 0) return { by: 'back', pages: below };
  const grouped = top !== undefined && groupOf(top) !== undefined && groupOf(top) === groupOf(url);
  if (beside || grouped || stack.length >= MOST_PAGES) return { by: 'replace', url };
  return { by: 'push', url };
}
