import type { Endpoints } from '../../server/base/door';
import { accept } from '../../server/people/invite/accept';
import { create } from '../../server/people/invite/create';
import { dismiss } from '../../server/people/invite/dismiss';
import { list } from '../../server/people/invite/list';
import { look } from '../../server/people/invite/look';
import { revoke } from '../../server/people/invite/revoke';

export const invite: Endpoints<'desk', 'invite'> = { create, list, revoke, dismiss, look, accept };
