import type { Life, Violation } from '../history';
import { checkAnswers } from './answers';
import { checkLines } from './lines';
import { checkRecord } from './record';

/** All checks of one life of the emulator, from the record before it to the record after its kill. */
export const checkLife = (life: Life): Violation[] => [
  ...checkRecord(life.after),
  ...checkLines(life),
  ...checkAnswers(life),
];
