import type { Endpoints } from '../../server/base/door';
import { mine } from '../../server/line/mine';
import { past } from '../../server/line/past';

export const line: Endpoints<'app', 'line'> = { mine, past };
