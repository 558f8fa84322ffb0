import { defineFunction } from '../door';
import { appeal } from '../endpoints/lesson/appeal';
import { checkIn } from '../endpoints/lesson/check-in';
import { comeAfterAll } from '../endpoints/lesson/come-after-all';
import { decline } from '../endpoints/lesson/decline';
import { leave } from '../endpoints/lesson/leave';
import { mine } from '../endpoints/lesson/mine';
import { ofClass } from '../endpoints/lesson/of-class';

export const main = defineFunction('lesson', { mine, ofClass, checkIn, leave, comeAfterAll, decline, appeal });
