import type { Endpoints } from '../../server/base/door';
import { batch } from '../../server/batch/staff/batch';
import { batches } from '../../server/batch/staff/batches';
import { check } from '../../server/batch/staff/check';
import { find } from '../../server/people/find';
import { line } from '../../server/batch/staff/line';
import { numbers } from '../../server/batch/staff/numbers';
import { past } from '../../server/batch/staff/past';
import { places } from '../../server/people/places';
import { week } from '../../server/week/week';
import { unreached } from '../../server/telling/unreached';
import { todo } from '../../server/todo/todo';
import { record } from '../../server/record/record';

export const staff: Endpoints<'desk', 'staff'> = {
  todo,
  unreached,
  week,
  batches,
  past,
  batch,
  numbers,
  line,
  find,
  places,
  record,
  check,
};
