import { RANGE } from '../../../../domain/bounds';
import type { Audience } from '../../../../domain/model';
import type { Faults, Typed } from './typed';
import { betweenText, wholeOf } from '../../../app/typed/whole';

export type Policy = NonNullable<Audience['noShow']>;

type TypedPolicy = Pick<Typed, 'noShow' | 'noShowStrikes' | 'noShowDays'>;

/** 爽约: the policy as it is typed, or what is wrong with which field; `undefined` if there is to be none. */
export function noShowOf(typed: TypedPolicy): Policy | { faults: Faults } | undefined {
  if (!typed.noShow) return undefined;
  const strikes = wholeOf(typed.noShowStrikes, ...RANGE.strikes);
  const days = wholeOf(typed.noShowDays, ...RANGE.days);
  if (strikes !== undefined && days !== undefined) return { strikes, days };
  return {
    faults: {
      ...(strikes === undefined ? { noShowStrikes: betweenText(...RANGE.strikes) } : {}),
      ...(days === undefined ? { noShowDays: betweenText(...RANGE.days) } : {}),
    },
  };
}

export const samePolicy = (a: Policy, b: Policy | undefined): boolean => a.strikes === b?.strikes && a.days === b.days;
