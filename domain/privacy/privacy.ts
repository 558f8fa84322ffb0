import { DAY } from '../base/clock';

const YEAR = 365 * DAY;

/** How long something about people is kept where no single field of a document says since when (`server/privacy/retire`). */
export const KEPT_MS = {
  /** Who was told of an opening need not be remembered for it. */
  told: DAY,
  tallies: YEAR,
  /** From an act in office on, whoever did it stays named, also after an erasure. */
  office: 3 * YEAR,
  /** After the last lesson of its batch, the people of a class lose their names. */
  classes: 3 * YEAR,
  /** Without a sign of life a member is told that the data goes … */
  members: 3 * YEAR,
  /** … and so long after that it does. */
  warned: 30 * DAY,
} as const;
