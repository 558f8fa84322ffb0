import type { RefusalCode } from './codes';
import type { RefusalDetails } from '../api';

/** What a rule returns when it says no: the code that states the fact and, where the contract has them, the details. */
export type Refused<C extends RefusalCode = RefusalCode> = C extends RefusalCode
  ? { refused: C } & (C extends keyof RefusalDetails ? { details: RefusalDetails[C] } : { details?: undefined })
  : never;

/** Says no. `refuse('CLOSED', { closesAt })`: the contract decides whether a code needs details. */
export function refuse<C extends RefusalCode>(
  code: C,
  ...[details]: C extends keyof RefusalDetails ? [RefusalDetails[C]] : []
): Refused<C> {
  return (details === undefined ? { refused: code } : { refused: code, details }) as Refused<C>;
}

/** True for what `refuse` made. Data of the contract never has a field `refused`. */
export const isRefused = <T>(value: T | Refused): value is Extract<T | Refused, { refused: RefusalCode }> =>
  typeof value === 'object' && value !== null && 'refused' in value;
