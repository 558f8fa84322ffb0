import type { Endpoints } from '../../server/base/door';
import { ask } from '../../server/menu/ask';
import { list } from '../../server/menu/list';
import { take } from '../../server/menu/take';

export const menu: Endpoints<'desk', 'menu'> = { list, take, ask };
