import type { RefusalCode } from './codes';

/**
 * The details that a refusal has besides its code, so that the screen can be exact. This interface declares the door's
 * own. Each noun adds those of its rules in its `refusals.ts`, so this file knows no noun.
 */
export interface RefusalDetails {
  /** `reopening`: a place came back and is about to open to everybody. */
  BUSY: { retryAfterMs: number; reopening?: true };
  /** For a technician; shown to staff. */
  UPGRADING: { technical: string };
  BAD_INPUT: { fields: string[] };
}

/** A refusal by a rule: the code that states the fact, and the details if that code has any. */
export type Refused<C extends RefusalCode = RefusalCode> = C extends RefusalCode
  ? { refused: C } & (C extends keyof RefusalDetails ? { details: RefusalDetails[C] } : { details?: undefined })
  : never;

/** Makes a refusal, e.g. `refuse('CLOSED', { closesAt })`. `RefusalDetails` decides whether a code needs details. */
export function refuse<C extends RefusalCode>(
  code: C,
  ...[details]: C extends keyof RefusalDetails ? [RefusalDetails[C]] : []
): Refused<C> {
  return (details === undefined ? { refused: code } : { refused: code, details }) as Refused<C>;
}

/** True for a value made by `refuse`. Data of the contract never has a field `refused`. */
export const isRefused = <T>(value: T | Refused): value is Extract<T | Refused, { refused: RefusalCode }> =>
  typeof value === 'object' && value !== null && 'refused' in value;
