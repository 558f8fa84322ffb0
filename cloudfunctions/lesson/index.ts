import { defineFunction } from '../door';
import { appeal } from '../endpoints/lesson/appeal';
import { checkIn } from '../endpoints/lesson/check-in';
import { comeAfterAll } from '../endpoints/lesson/come-after-all';
import { decline } from '../endpoints/lesson/decline';
import { leave } from '../endpoints/lesson/leave';
import { mine } from '../endpoints/lesson/mine';

export const main = defineFunction('lesson', { mine, checkIn, leave, comeAfterAll, decline, appeal });
