import { defineFunction } from '../../server/base/door';
import { last } from '../../server/rehearsal/last';
import { run } from '../../server/rehearsal/run';

export const main = defineFunction('rehearsal', { run, last });
