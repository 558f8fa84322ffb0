import type { Endpoints } from '../../server/base/door';
import { make } from '../../server/change/make';

export const change: Endpoints<'desk', 'change'> = { make };
