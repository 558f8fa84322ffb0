import type { Endpoints } from '../../server/base/door';
import { appeal } from '../../server/lesson/appeal';
import { checkIn } from '../../server/lesson/check-in';
import { comeAfterAll } from '../../server/lesson/come-after-all';
import { decline } from '../../server/lesson/decline';
import { groupCode } from '../../server/lesson/group-code';
import { leave } from '../../server/lesson/leave';
import { mine } from '../../server/lesson/mine';
import { ofClass } from '../../server/lesson/of-class';

export const lesson: Endpoints<'app', 'lesson'> = {
  mine,
  ofClass,
  checkIn,
  leave,
  comeAfterAll,
  decline,
  appeal,
  groupCode,
};
