import { defineFunction } from '../door';
import { answer } from '../endpoints/attendance/answer';
import { appeals } from '../endpoints/attendance/appeals';
import { batch } from '../endpoints/attendance/batch';
import { close } from '../endpoints/attendance/close';
import { correct } from '../endpoints/attendance/correct';
import { lesson } from '../endpoints/attendance/lesson';
import { noShows } from '../endpoints/attendance/no-shows';
import { waive } from '../endpoints/attendance/waive';

export const main = defineFunction('attendance', {
  batch,
  lesson,
  correct,
  close,
  waive,
  noShows,
  appeals,
  answer,
});
