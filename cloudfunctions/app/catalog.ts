import type { Endpoints } from '../../server/base/door';
import { batch } from '../../server/batch/catalog/batch';
import { batches } from '../../server/batch/catalog/batches';
import { past } from '../../server/batch/catalog/past';

export const catalog: Endpoints<'app', 'catalog'> = { batches, past, batch };
