import { defineFunction } from '../door';
import { healAndCheck } from '../heal-and-check';

/** No endpoints: only the platform's timer (config.json) gets in. */
export const main = defineFunction('nightly', {}, healAndCheck);
