import type { Endpoints } from '../../server/base/door';
import { last } from '../../server/rehearsal/last';
import { run } from '../../server/rehearsal/run';

export const rehearsal: Endpoints<'desk', 'rehearsal'> = { run, last };
