import { defineFunction } from '../../server/base/door';
import { board } from '../../server/line/board';
import { claim } from '../../server/line/claim';
import { drop } from '../../server/line/drop';
import { enter } from '../../server/line/enter';
import { noteAccident } from '../../server/line/note-accident';
import { place } from '../../server/line/place';
import { takeOrder } from '../../server/line/take-order';

export const main = defineFunction(
  'line',
  { line: { board, enter, claim, drop, place } },
  { onTimer: (_, order) => takeOrder(order), onAccident: noteAccident },
);
