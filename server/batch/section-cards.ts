import QuickLRU from 'quick-lru';
import { SECOND } from '../../domain/base/clock';
import type { SectionCard } from '../../domain/api';
import { findOnly } from '../base/database';
import { CARD_FIELDS, sectionCard } from './cards';
import { isYoung } from '../base/is-young';

/** Instance memory: the cards of a batch's sections, at most 5 s old. In a rush everybody opens the same page. */
const LIFETIME_MS = 5 * SECOND;
/** The most batches at once, because the cards of a large one take some hundred kilobytes. */
const MOST = 20;

const memory = new QuickLRU<string, { readAt: number; cards: SectionCard[] }>({ maxSize: MOST });

/** The cards in the order of ids, which is that of the sheet. Ask only for batches that exist. */
export async function sectionCardsOf(batchId: string, now: number): Promise<SectionCard[]> {
  const known = memory.get(batchId);
  if (known && isYoung(known.readAt, now, LIFETIME_MS)) return known.cards;
  const sections = await findOnly('sections', { batchId }, CARD_FIELDS);
  const cards = sections.map(sectionCard).sort((a, b) => (a.sectionId < b.sectionId ? -1 : 1));
  memory.set(batchId, { readAt: now, cards });
  return cards;
}
