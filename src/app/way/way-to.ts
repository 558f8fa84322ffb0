import { groupOf, isTab, samePage } from '../../../domain/link/routes';

/** WeChat keeps ten pages. `navigateTo` fails at the eleventh. */
export const MOST_PAGES = 10;

export type Way = { by: 'stay' } | { by: 'back'; pages: number } | { by: 'tab' | 'push' | 'replace'; url: string };

/**
 * How to get from the pages on the stack to an address, so that a button always leads somewhere. If the page is
 * already on the stack, we go back to it. If the visible page is of the same group, or is the tenth, it is replaced.
 * @param stack addresses from the bottom to the visible page.
 * @param beside in place of the visible page.
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
