import type { Endpoints } from '../../server/base/door';
import { make } from '../../server/export/make';
import { mine } from '../../server/export/mine';

export const exporting: Endpoints<'desk', 'export'> = { make, mine };
