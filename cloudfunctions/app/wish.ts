import type { Endpoints } from '../../server/base/door';
import { again } from '../../server/wish/again';
import { list } from '../../server/wish/list';
import { mine } from '../../server/wish/mine';
import { propose } from '../../server/wish/propose';
import { similar } from '../../server/wish/similar';
import { voice } from '../../server/wish/voice';

export const wish: Endpoints<'app', 'wish'> = { list, similar, propose, voice, again, mine };
