import type { Endpoints } from '../../server/base/door';
import { hide } from '../../server/rating/hide';
import { next } from '../../server/rating/next';
import { overview } from '../../server/rating/overview';
import { results } from '../../server/rating/results';

export const rating: Endpoints<'desk', 'rating'> = { overview, results, hide, next };
