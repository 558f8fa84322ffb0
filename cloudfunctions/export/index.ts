import { defineFunction } from '../door';
import { make } from '../endpoints/export/make';

export const main = defineFunction('export', { make });
