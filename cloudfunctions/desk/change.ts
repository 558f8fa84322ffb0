import type { Endpoints } from '../../server/base/door';
import { dayOff } from '../../server/change/day-off';
import { make } from '../../server/change/make';

export const change: Endpoints<'desk', 'change'> = { make, dayOff };
