import { DAY } from '../base/clock';
import { takesPlace } from '../lesson/held-lessons';
import type { Lesson, Section } from '../model';

/**
 * Lessons that staff have not closed by then are closed at night, because a policy must not depend on somebody's
 * diligence.
 */
export const CLOSES_ITSELF_AFTER_MS = 7 * DAY;

type Called = Pick<Section, 'cancelledAt'>;

export const closesItself = (section: Called, lesson: Lesson, now: number): boolean =>
  takesPlace(section, lesson) && now >= lesson.endsAt + CLOSES_ITSELF_AFTER_MS;

/** A lesson that is over and that staff have to close if it is not closed yet. Tonight's need nobody. */
export const needsClosing = (section: Called, lesson: Lesson, now: number): boolean =>
  takesPlace(section, lesson) && lesson.endsAt <= now && !closesItself(section, lesson, now);
