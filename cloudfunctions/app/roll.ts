import type { Endpoints } from '../../server/base/door';
import { attendance } from '../../server/roll/attendance';
import { code } from '../../server/roll/code';
import { headCount } from '../../server/roll/head-count';
import { lesson } from '../../server/roll/lesson';
import { letIn } from '../../server/roll/let-in';
import { mark } from '../../server/roll/mark';
import { message } from '../../server/roll/message';
import { past } from '../../server/roll/past';
import { putGroupCode } from '../../server/roll/put-group-code';
import { roster } from '../../server/roll/roster';
import { sections } from '../../server/roll/sections';

export const roll: Endpoints<'app', 'roll'> = {
  sections,
  past,
  roster,
  lesson,
  mark,
  code,
  letIn,
  headCount,
  attendance,
  message,
  putGroupCode,
};
