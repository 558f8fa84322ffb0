import type { Endpoints } from '../../server/base/door';
import { answer } from '../../server/menu/answer';
import { asks } from '../../server/menu/asks';
import { mine } from '../../server/menu/mine';
import { save } from '../../server/menu/save';
import { withdraw } from '../../server/menu/withdraw';

export const menu: Endpoints<'app', 'menu'> = { save, withdraw, mine, asks, answer };
