import type { Endpoints } from '../../server/base/door';
import { give } from '../../server/rating/give';
import { mine } from '../../server/rating/mine';
import { own } from '../../server/rating/own';

export const rating: Endpoints<'app', 'rating'> = { mine, give, own };
