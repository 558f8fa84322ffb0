import { dayKey } from '../base/clock';
import type { Batch, BatchDraft, BatchTerms, Terms } from '../model';

/**
 * How the terms of a batch (`Terms` in `domain/model.ts`) are carried: into a new draft, from a draft to its batch and
 * back, into a copy, and onto the card that people see. Nothing else copies a term by name.
 */

/** Of a new draft. */
const BLANK: Terms = {
  opensAt: null,
  closesAt: null,
  limit: 2,
  mode: 'first-come',
  audience: {},
  dropHours: 24,
  freezeHours: 2,
  holidays: [],
};

/** Where a published batch has a term: in its document and on its card, only in its document, or kept for a copy. */
const PLACE = {
  opensAt: 'card',
  closesAt: 'card',
  limit: 'card',
  mode: 'card',
  audience: 'card',
  contact: 'card',
  contactName: 'card',
  declaration: 'card',
  certificate: 'batch',
  dropHours: 'kept',
  freezeHours: 'kept',
  holidays: 'kept',
} as const satisfies Record<keyof Terms, 'card' | 'batch' | 'kept'>;

type In<P> = { [K in keyof Terms]-?: (typeof PLACE)[K] extends P ? K : never }[keyof Terms];
const TERMS = Object.keys(PLACE) as (keyof Terms)[];
const ON_CARDS = TERMS.filter((key): key is In<'card'> => PLACE[key] === 'card');
const IN_BATCHES = TERMS.filter((key): key is In<'card' | 'batch'> => PLACE[key] !== 'kept');
const KEPT = TERMS.filter((key): key is In<'kept'> => PLACE[key] === 'kept');

export type CardTerms = Pick<BatchTerms, Exclude<In<'card'>, 'limit'>> & Pick<Terms, 'limit'>;
type KeptTerms = Pick<Terms, In<'kept'>>;

/** A draft before anything is in it. */
export const blankDraft = (union: string): Omit<BatchDraft, '_id' | 'createdAt' | 'updatedAt'> => ({
  title: '',
  union,
  ...BLANK,
  sections: [],
  lastKey: 0,
  revision: 1,
});

export const batchTerms = (draft: Terms & Pick<BatchTerms, 'opensAt' | 'closesAt' | 'mode'>): BatchTerms =>
  said(draft, IN_BATCHES) as BatchTerms;
export const keptTerms = (draft: Terms): KeptTerms => said(draft, KEPT);
export const cardTerms = (batch: BatchTerms): CardTerms => ({ ...said(batch, ON_CARDS), limit: batch.limit ?? null });

/** The terms from which a batch could have been published as it is now. */
export const termsOf = (batch: Batch): Terms => ({
  limit: null,
  mode: 'first-come',
  ...said(batch, IN_BATCHES),
  ...said(batch.terms, KEPT),
});

/** The terms of a copy. Only the holidays that still lie ahead when its lessons begin are left. */
export function laterTerms(batch: Batch, shiftMs: number) {
  const terms = termsOf(batch);
  const begins = dayKey(batch.firstLessonAt + shiftMs);
  return {
    ...terms,
    opensAt: batch.opensAt + shiftMs,
    closesAt: batch.closesAt + shiftMs,
    holidays: terms.holidays.filter(day => day >= begins),
  };
}

const NOTHING: unknown[] = [null, undefined, '', 'first-come'];

/** Those of the terms that say something. */
const said = <T, K extends keyof T>(terms: T, keys: readonly K[]): Pick<T, K> =>
  Object.fromEntries(keys.filter(key => !NOTHING.includes(terms[key])).map(key => [key, terms[key]])) as Pick<T, K>;
