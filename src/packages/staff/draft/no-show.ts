import type { Audience } from '../../../../domain/model';
import type { Faults, Typed } from './typed';
import { betweenText, wholeOf } from './whole';

export type Policy = NonNullable<Audience['noShow']>;

/** The bounds of `attendance.noShows`. */
const STRIKES = [1, 20] as const;
const DAYS = [7, 366] as const;

type TypedPolicy = Pick<Typed, 'noShow' | 'noShowStrikes' | 'noShowDays'>;

/** 爽约: the policy as it is typed, or what is wrong with which field; `undefined` if there is to be none. */
export function noShowOf(typed: TypedPolicy): Policy | { faults: Faults } | undefined {
  if (!typed.noShow) return undefined;
  const strikes = wholeOf(typed.noShowStrikes, ...STRIKES);
  const days = wholeOf(typed.noShowDays, ...DAYS);
  if (strikes !== undefined && days !== undefined) return { strikes, days };
  return {
    faults: {
      ...(strikes === undefined ? { noShowStrikes: betweenText(...STRIKES) } : {}),
      ...(days === undefined ? { noShowDays: betweenText(...DAYS) } : {}),
    },
  };
}

export const samePolicy = (a: Policy, b: Policy | undefined): boolean => a.strikes === b?.strikes && a.days === b.days;
