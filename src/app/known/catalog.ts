import { question, questions } from '../memory/asked';

/** All batches that are scheduled. */
export const batches = question('catalog.batches', {});

/** One batch with its sections. */
export const batchOf = questions('catalog.batch', batchId => ({ batchId }));
