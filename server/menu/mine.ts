import { find, read } from '../base/database';
import type { Run } from '../base/door';
import { ownItem } from './cards';

/** My items, those on the menu first and the last written first. Two operations. */
export const mine: Run<'menu.mine'> = async ({ memberId }) => {
  const [items, member] = await Promise.all([
    find('menus', { by: memberId }, { orderBy: ['at', 'desc'] }),
    read('members', memberId),
  ]);
  const { roles = [], instructorName = '', instructorFor = [], organisation = '' } = member ?? {};
  const isOffered = (item: (typeof items)[number]) => (item.state === 'offered' ? 0 : 1);
  return {
    items: items.sort((a, b) => isOffered(a) - isOffered(b)).map(ownItem),
    author: {
      organisation: roles.includes('organisation') ? organisation : '',
      instructor: roles.includes('instructor') ? instructorName : '',
      organisations: roles.includes('instructor') ? instructorFor : [],
    },
  };
};
