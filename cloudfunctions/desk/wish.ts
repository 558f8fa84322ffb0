import type { Endpoints } from '../../server/base/door';
import { answer } from '../../server/wish/answer';
import { hide } from '../../server/wish/hide';
import { look } from '../../server/wish/look';
import { merge } from '../../server/wish/merge';
import { pass } from '../../server/wish/pass';
import { queue } from '../../server/wish/queue';
import { take } from '../../server/wish/take';
import { unmerge } from '../../server/wish/unmerge';

export const wish: Endpoints<'desk', 'wish'> = { queue, look, pass, hide, answer, merge, unmerge, take };
