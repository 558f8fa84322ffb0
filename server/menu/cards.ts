import type { MyMenuItem, StaffMenuItem } from '../../domain/api';
import type { MenuItem } from '../../domain/menu/menu';

/** An item as its author sees it. */
export const ownItem = ({ _id, by: _by, ...item }: MenuItem): MyMenuItem => ({ menuId: _id, ...item });

/** An item as staff see it. */
export function staffItem(item: MenuItem): StaffMenuItem {
  const { state: _state, revision: _revision, ...shown } = ownItem(item);
  return shown;
}
