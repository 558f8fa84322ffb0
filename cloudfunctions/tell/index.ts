import { defineFunction } from '../../server/base/door';
import { SECOND } from '../../domain/base/clock';
import { goOnCallingOff } from '../../server/change/day-off';
import { goOnErasing } from '../../server/privacy/erase/go-on';
import { tellAll } from '../../server/telling/tell-all';

/** A day off goes on first, because people may be on their way to a lesson. */
const tell = async (now: number) => ({
  daysOff: await goOnCallingOff(now + 20 * SECOND),
  ...(await tellAll(now)),
  erased: await goOnErasing(),
});

/** No endpoints: only the platform's timer (config.json) gets in. */
export const main = defineFunction('tell', {}, { onTimer: tell });
