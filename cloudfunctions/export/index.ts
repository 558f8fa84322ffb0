import { defineFunction } from '../../server/base/door';
import { make } from '../../server/export/make';
import { mine } from '../../server/export/mine';

export const main = defineFunction('export', { make, mine });
