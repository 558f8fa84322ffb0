import { defineFunction } from '../door';
import { batch } from '../endpoints/catalog/batch';
import { batches } from '../endpoints/catalog/batches';
import { past } from '../endpoints/catalog/past';

export const main = defineFunction('catalog', { batches, past, batch });
