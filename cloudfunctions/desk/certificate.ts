import type { Endpoints } from '../../server/base/door';
import { code } from '../../server/certificate/code';
import { revoke } from '../../server/certificate/revoke';
import { section } from '../../server/certificate/section';

export const certificate: Endpoints<'desk', 'certificate'> = { code, section, revoke };
