import { defineFunction } from '../../server/base/door';
import { make } from '../../server/change/make';

export const main = defineFunction('change', { make });
