import type { RefusalCode } from './codes';

/**
 * What a refusal carries besides its code, so that the screen can be exact. The door's own stand here; each noun adds those of
 * its rules in its `refusals.ts`, so this file knows no noun.
 */
export interface RefusalDetails {
  /** `reopening`: a place came back and is about to open to everybody. */
  BUSY: { retryAfterMs: number; reopening?: true };
  /** What a technician needs to know; shown to staff. */
  UPGRADING: { technical: string };
  BAD_INPUT: { fields: string[] };
}

/** What a rule returns when it says no: the code that states the fact and, where it has any, the details. */
export type Refused<C extends RefusalCode = RefusalCode> = C extends RefusalCode
  ? { refused: C } & (C extends keyof RefusalDetails ? { details: RefusalDetails[C] } : { details?: undefined })
  : never;

/** Says no. `refuse('CLOSED', { closesAt })`: `RefusalDetails` decides whether a code needs details. */
export function refuse<C extends RefusalCode>(
  code: C,
  ...[details]: C extends keyof RefusalDetails ? [RefusalDetails[C]] : []
): Refused<C> {
  return (details === undefined ? { refused: code } : { refused: code, details }) as Refused<C>;
}

/** True for what `refuse` made. Data of the contract never has a field `refused`. */
export const isRefused = <T>(value: T | Refused): value is Extract<T | Refused, { refused: RefusalCode }> =>
  typeof value === 'object' && value !== null && 'refused' in value;
