import { defineFunction } from '../../server/base/door';
import { batch } from '../../server/batch/catalog/batch';
import { batches } from '../../server/batch/catalog/batches';
import { past } from '../../server/batch/catalog/past';

export const main = defineFunction('catalog', { batches, past, batch });
