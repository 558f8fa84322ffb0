import { defineFunction } from '../door';
import { batch } from '../endpoints/staff/batch';
import { check } from '../endpoints/staff/check';

export const main = defineFunction('staff', { batch, check });
