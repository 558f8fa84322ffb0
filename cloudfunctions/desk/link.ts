import type { Endpoints } from '../../server/base/door';
import { code } from '../../server/link/code';

export const link: Endpoints<'desk', 'link'> = { code };
