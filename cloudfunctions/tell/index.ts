import { defineFunction } from '../../server/base/door';
import { goOnErasing } from '../../server/privacy/erase/go-on';
import { tellAll } from '../../server/telling/tell-all';

const tell = async (now: number) => ({ ...(await tellAll(now)), erased: await goOnErasing() });

/** No endpoints: only the platform's timer (config.json) gets in. */
export const main = defineFunction('tell', {}, { onTimer: tell });
