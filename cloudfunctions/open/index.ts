import { defineFunction } from '../../server/base/door';
import { batch } from '../../server/batch/catalog/batch';
import { batches } from '../../server/batch/catalog/batches';
import { section } from '../../server/loop/section';

export const main = defineFunction('open', { catalog: { batches, batch }, loop: { section } });
