import { endpoint, nothing, ofBatch, ofPage, type PageOf } from './endpoint';
import type { BatchCard, SectionCard } from './shown';

export const CATALOG = {
  /** Batches that are scheduled and not over for long, newest release first. `older`: there are more in `catalog.past`. */
  'catalog.batches': endpoint<{ batches: BatchCard[]; countedAt: number; older?: boolean }>()({
    access: 'public',
    input: nothing,
    refusals: [],
  }),
  /** Those that have left that list by themselves, the last to end first. */
  'catalog.past': endpoint<PageOf<BatchCard>>()({ access: 'anyone', input: ofPage, refusals: [] }),
  'catalog.batch': endpoint<{ batch: BatchCard; sections: SectionCard[] }>()({
    access: 'public',
    input: ofBatch,
    refusals: ['BATCH_NOT_FOUND'],
  }),
};
