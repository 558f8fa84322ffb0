import { defineFunction } from '../door';
import { batch } from '../endpoints/staff/batch';
import { batches } from '../endpoints/staff/batches';
import { check } from '../endpoints/staff/check';
import { find } from '../endpoints/staff/find';
import { line } from '../endpoints/staff/line';
import { numbers } from '../endpoints/staff/numbers';
import { past } from '../endpoints/staff/past';
import { places } from '../endpoints/staff/places';
import { record } from '../endpoints/staff/record';

export const main = defineFunction('staff', { batches, past, batch, numbers, line, find, places, record, check });
