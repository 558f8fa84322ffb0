import type { RollView } from '../../../../domain/api';
import { takesPlace } from '../../../../domain/lesson/held-lessons';
import { isCorrection, rollOpensAt } from '../../../../domain/lesson/roll-times';

/**
 * What can be done with a roll now. `early`: it can only be looked at. `correction`: marks need a reason. `closed`
 * by staff: only staff can change it.
 */
export type RollPhase = 'cancelled' | 'closed' | 'early' | 'open' | 'correction';

/**
 * @param clockKnown false if no answer has told the phone the time. Then the phone must not forbid anything by its
 * own clock.
 */
export function rollPhase(view: RollView, now: number, clockKnown: boolean): RollPhase {
  const lesson = view.section.lessons[view.lessonIndex];
  if (!lesson || !takesPlace(view.section, lesson)) return 'cancelled';
  if (view.closedAt !== null) return 'closed';
  if (!clockKnown) return 'open';
  if (now < rollOpensAt(lesson)) return 'early';
  return isCorrection(lesson, now) ? 'correction' : 'open';
}

export const canMark = (phase: RollPhase): boolean => phase === 'open' || phase === 'correction';
