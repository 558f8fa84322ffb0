import { defineFunction } from '../door';
import { make } from '../endpoints/export/make';
import { mine } from '../endpoints/export/mine';

export const main = defineFunction('export', { make, mine });
