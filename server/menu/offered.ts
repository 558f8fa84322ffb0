import type { MenuItem } from '../../domain/menu/menu';
import { isOwn } from '../../domain/people/own';
import { find, read, readMany } from '../base/database';

/** The items of everybody who still has the role in which they were offered. Two operations. */
export async function offeredItems(): Promise<MenuItem[]> {
  const items = await find('menus', { state: 'offered' }, { orderBy: ['at', 'desc'] });
  const authors = new Map(
    (await readMany('members', [...new Set(items.map(item => item.by))])).map(member => [member._id, member]),
  );
  return items.filter(item => {
    const author = authors.get(item.by);
    return author !== undefined && isOwn(author, item);
  });
}

/** One such item; `undefined` if it is not offered any more. */
export async function offeredItem(menuId: string): Promise<MenuItem | undefined> {
  const item = await read('menus', menuId);
  const author = item?.state === 'offered' ? await read('members', item.by) : null;
  return item && author && isOwn(author, item) ? item : undefined;
}
