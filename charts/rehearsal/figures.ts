import type { Figure } from './figure';
import { answers, seats, waits } from './people';
import { calls, instances, operations } from './platform';
import type { Rehearsed } from './rehearsed';

/** The charts of a rehearsal, the most important first. `mostCalls` = calls per person that a release may take. */
export const rehearsalFigures = (rehearsed: Rehearsed, mostCalls: number): Figure[] => [
  seats(rehearsed),
  answers(rehearsed),
  waits(rehearsed),
  calls(rehearsed, mostCalls),
  instances(rehearsed),
  operations(rehearsed),
];
