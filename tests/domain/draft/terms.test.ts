import { DAY } from '../../../domain/base/clock';
import { draftOf } from '../../../domain/batch/unpublish';
import type { BatchDraft, Terms } from '../../../domain/model';
import { published, type ShowableDraft } from '../../../domain/draft/publish';
import { copyOf } from '../../../domain/draft/shift';
import { blankDraft, cardTerms } from '../../../domain/draft/terms';
import { draft, NOW, OPENS } from './drafts';

/** Each term says something other than in a new draft. A new one does not compile until it stands here. */
const SAID: Required<Omit<Terms, 'mode'>> = {
  opensAt: OPENS,
  closesAt: OPENS + DAY,
  limit: 7,
  audience: { employers: ['医院'], headStartMinutes: 10 },
  contact: '023-4988 1234',
  contactName: '王老师',
  declaration: '身体不适请勿参加。\n请穿软底鞋。',
  certificate: { percent: 80, hourMinutes: 40 },
  dropHours: 48,
  freezeHours: 3,
  holidays: ['2027-04-05'],
};
const batchOf = (change: Partial<BatchDraft> = {}) => published(draft({ ...SAID, ...change }) as ShowableDraft, NOW);

test('what is said here is not what a new draft says', () => {
  const blank: Partial<Terms> = blankDraft('');
  for (const [term, value] of Object.entries(SAID)) expect(blank[term as keyof Terms]).not.toEqual(value);
});

test('every term comes back from a batch that is withdrawn', () => {
  const { batch, sections } = batchOf();

  expect(draftOf(batch, sections)).toMatchObject({ ...SAID, mode: 'first-come' });
});

test('every term is in a copy: its instants are whole weeks later, and the holidays that lie behind are gone', () => {
  const { batch, sections } = batchOf();

  const copy = copyOf(batch, sections, NOW);

  const shift = copy.opensAt! - OPENS;
  expect(shift).toBe(7 * DAY);
  expect(copy).toMatchObject({ ...SAID, opensAt: OPENS + shift, closesAt: OPENS + DAY + shift });
  expect(copyOf(batch, sections, NOW, '2027-04-06').holidays).toEqual([]);
});

test('people see the terms on the card; certificates and hours are not among them', () => {
  const { opensAt, closesAt, limit, audience, contact, contactName, declaration } = SAID;

  expect(cardTerms(batchOf().batch)).toEqual({ opensAt, closesAt, limit, audience, contact, contactName, declaration });
});

test('a term that says nothing is absent in the batch; the card says that there is no limit', () => {
  const { batch, sections } = batchOf({ limit: null, contact: '', certificate: null });

  for (const term of ['limit', 'mode', 'contact', 'certificate']) expect(batch).not.toHaveProperty(term);
  expect(cardTerms(batch).limit).toBeNull();
  expect(draftOf(batch, sections)).toMatchObject({ limit: null, mode: 'first-come' });
});
