import type { Endpoints } from '../../server/base/door';
import { scene } from '../../server/link/scene';

export const link: Endpoints<'app', 'link'> = { scene };
