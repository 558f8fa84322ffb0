import type { Definition } from './definitions';
import type { Numbers } from './numbers';
import type { Span } from './span';

/**
 * `reports`: numbers that were signed off. It never changes and names nobody: who signed it stands on the record, under
 * the act's id. Later corrections and erasures are not in it.
 */
export interface Report extends Span {
  /** Of a calendar year `2027`, otherwise `2027-01-01_2027-06-30`; a later one of the same span adds `-2`, `-3`, …. */
  _id: string;
  actId: string;
  at: number;
  /** The report that it takes the place of. */
  replaces?: string;
  numbers: Numbers;
  /** The same days a year earlier. */
  before: Numbers;
  /** The definitions of the numbers when it was signed. */
  version: string;
  definitions: Definition[];
  /** The paragraph, as it was then. */
  text: string;
}
