import type { Endpoints } from '../../server/base/door';
import { section } from '../../server/loop/section';

export const loop: Endpoints<'app', 'loop'> = { section };
