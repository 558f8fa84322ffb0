import { DAY } from '../base/clock';

const YEAR = 365 * DAY;

/** How long data about people is kept if no single field of a document says since when (`server/privacy/retire`). */
export const KEPT_MS = {
  /** Whether somebody was told of an opening need not be remembered after it. */
  told: DAY,
  tallies: YEAR,
  /** A person who acted in an office stays named for this long from the act, even after an erasure. */
  office: 3 * YEAR,
  /** The people of a class lose their names this long after the last lesson of its batch. */
  classes: 3 * YEAR,
  /** After this long without a sign of life, a member is told that their data will be removed … */
  members: 3 * YEAR,
  /** … and this long after that it is removed. */
  warned: 30 * DAY,
} as const;
