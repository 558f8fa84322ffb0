import { HOUR } from '../base/clock';
import { isLecture } from '../lesson/lecture';
import { LEAVE_BEFORE_MS } from '../lesson/roll-times';
import type { Section, Terms } from '../model';

/**
 * Until when a seat can be given back and the line moves, for a class whose first lesson begins at `firstAt`.
 *
 * A lecture has no leave, so a seat can be given back for as long as leave can be asked for. And somebody who moves up
 * has nothing to prepare, so the line moves until the lecture begins.
 */
export const deadlinesOf = (
  { dropHours, freezeHours }: Pick<Terms, 'dropHours' | 'freezeHours'>,
  section: Pick<Section, 'kind'>,
  firstAt: number,
): { dropUntil: number; freezeAt: number } =>
  isLecture(section)
    ? { dropUntil: firstAt - Math.min(dropHours * HOUR, LEAVE_BEFORE_MS), freezeAt: firstAt }
    : { dropUntil: firstAt - dropHours * HOUR, freezeAt: firstAt - freezeHours * HOUR };
