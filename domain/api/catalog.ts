import { endpoint, nothing, ofBatch, ofPage, type PageOf } from './endpoint';
import type { BatchCard, SectionCard } from './shown';

export const CATALOG = {
  /**
   * Scheduled batches that are still running or ended recently, newest release first. `older`: there are more in
   * `catalog.past`.
   */
  'catalog.batches': endpoint<{ batches: BatchCard[]; countedAt: number; older?: boolean }>()({
    access: 'public',
    input: nothing,
    refusals: [],
  }),
  /** The batches that have left that list by the clock, the last to end first. */
  'catalog.past': endpoint<PageOf<BatchCard>>()({ access: 'anyone', input: ofPage, refusals: [] }),
  'catalog.batch': endpoint<{ batch: BatchCard; sections: SectionCard[] }>()({
    access: 'public',
    input: ofBatch,
    refusals: ['BATCH_NOT_FOUND'],
  }),
};
