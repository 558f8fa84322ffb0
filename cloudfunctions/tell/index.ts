import { defineFunction } from '../door';
import { goOnErasing } from '../erase/go-on';
import { tellAll } from '../tell-all';

const tell = async (now: number) => ({ ...(await tellAll(now)), erased: await goOnErasing() });

/** No endpoints: only the platform's timer (config.json) gets in. */
export const main = defineFunction('tell', {}, { onTimer: tell });
