import { defineFunction } from '../door';
import { batch } from '../endpoints/catalog/batch';
import { batches } from '../endpoints/catalog/batches';

export const main = defineFunction('catalog', { batches, batch });
