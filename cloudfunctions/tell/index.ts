import { defineFunction } from '../door';
import { tellAll } from '../tell-all';

/** No endpoints: only the platform's timer (config.json) gets in. */
export const main = defineFunction('tell', {}, tellAll);
