import type { Endpoints } from '../../server/base/door';
import { look } from '../../server/certificate/look';
import { mine, ofClass } from '../../server/certificate/mine';
import { take } from '../../server/certificate/take';

export const certificate: Endpoints<'app', 'certificate'> = { mine, ofClass, take, look };
