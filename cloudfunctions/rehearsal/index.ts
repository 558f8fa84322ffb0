import { defineFunction } from '../door';
import { last } from '../endpoints/rehearsal/last';
import { run } from '../endpoints/rehearsal/run';

export const main = defineFunction('rehearsal', { run, last });
