import { defineFunction } from '../door';
import { make } from '../endpoints/change/make';

export const main = defineFunction('change', { make });
