import type { Endpoints } from '../../server/base/door';
import { answer } from '../../server/attendance/answer';
import { appeals } from '../../server/attendance/appeals';
import { batch } from '../../server/attendance/batch';
import { close } from '../../server/attendance/close';
import { correct } from '../../server/attendance/correct';
import { lesson } from '../../server/attendance/lesson';
import { noShows } from '../../server/attendance/no-shows';
import { waive } from '../../server/attendance/waive';

export const attendance: Endpoints<'desk', 'attendance'> = {
  batch,
  lesson,
  correct,
  close,
  waive,
  noShows,
  appeals,
  answer,
};
