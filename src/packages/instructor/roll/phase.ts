import type { RollView } from '../../../../domain/api';
import { takesPlace } from '../../../../domain/lesson/held-lessons';
import { isCorrection, rollOpensAt } from '../../../../domain/lesson/roll-times';

/**
 * What can be done with a roll now. `early`: only looked at. `correction`: marked, with a reason. `closed` by staff: only
 * they can change it.
 */
export type RollPhase = 'cancelled' | 'closed' | 'early' | 'open' | 'correction';

/** @param clockKnown false: nobody has told the phone the time, and it must not forbid anything by its own clock. */
export function rollPhase(view: RollView, now: number, clockKnown: boolean): RollPhase {
  const lesson = view.section.lessons[view.lessonIndex];
  if (!lesson || !takesPlace(view.section, lesson)) return 'cancelled';
  if (view.closedAt !== null) return 'closed';
  if (!clockKnown) return 'open';
  if (now < rollOpensAt(lesson)) return 'early';
  return isCorrection(lesson, now) ? 'correction' : 'open';
}

export const canMark = (phase: RollPhase): boolean => phase === 'open' || phase === 'correction';
