import { defineFunction } from '../door';
import { goOnErasing } from '../erase/go-on';
import { tellAll } from '../tell-all';

/** No endpoints: only the platform's timer (config.json) gets in. */
export const main = defineFunction('tell', {}, async now => ({ ...(await tellAll(now)), erased: await goOnErasing() }));
