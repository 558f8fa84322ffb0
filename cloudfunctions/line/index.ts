import { defineFunction } from '../door';
import { board } from '../endpoints/line/board';
import { claim } from '../endpoints/line/claim';
import { drop } from '../endpoints/line/drop';
import { enter } from '../endpoints/line/enter';
import { mine } from '../endpoints/line/mine';
import { noteAccident } from '../endpoints/line/note-accident';
import { past } from '../endpoints/line/past';
import { place } from '../endpoints/line/place';
import { takeOrder } from '../take-order';

export const main = defineFunction(
  'line',
  { board, enter, claim, drop, place, mine, past },
  { onTimer: (_, order) => takeOrder(order), onAccident: noteAccident },
);
