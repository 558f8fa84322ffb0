import { endpoint, nothing, ofBatch } from './endpoint';
import type { BatchCard, SectionCard } from './shown';

export const CATALOG = {
  /** Batches that are scheduled, newest release first. */
  'catalog.batches': endpoint<{ batches: BatchCard[]; countedAt: number }>()({
    access: 'public',
    input: nothing,
    refusals: [],
  }),
  'catalog.batch': endpoint<{ batch: BatchCard; sections: SectionCard[] }>()({
    access: 'public',
    input: ofBatch,
    refusals: ['BATCH_NOT_FOUND'],
  }),
};
