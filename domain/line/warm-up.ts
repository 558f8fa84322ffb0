import { MINUTE } from '../base/clock';
import { isRush, type IntakeWindow } from '../batch/phase';

/**
 * How many instances of the claim function should be warm at the stroke. The platform adds only some hundred instances
 * a minute, so an instance that is missing when the crowd comes will not start in time.
 *
 * A claim that passes is two operations of about 15 ms, or three (docs/decisions/0031), so it holds its instance for up to
 * 60 ms. An instance takes at least 16 such claims a second. About a fifth of those who are interested tap in the first second. Hence one instance
 * for 80 people; afterwards nearly all answers come from memory and take a tenth of that.
 */
const PEOPLE_AN_INSTANCE = 80;
/** The least number, so that even a release that nobody has looked at yet begins without a cold start. */
const LEAST = 4;
/** More instances than this do not help, because the calls that an environment lets in do not fill them. */
export const MOST_WARM = 150;

/** Instances are kept warm from this long before the stroke. The platform keeps an idle one for some minutes. */
const BEFORE_MS = 3 * MINUTE;

/** @param interested people who have been in the waiting room, or people who follow the batch: whichever are more. */
export const instancesToWarm = (interested: number, most: number = MOST_WARM): number =>
  Math.max(0, Math.min(most, Math.max(LEAST, Math.ceil(interested / PEOPLE_AN_INSTANCE))));

/** Is the stroke near enough that instances should be warm? */
export const isWarmingUp = (window: IntakeWindow, now: number): boolean => isRush(window, now, BEFORE_MS, 0);
