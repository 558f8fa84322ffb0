import { defineFunction } from '../../server/base/door';
import { accept } from '../../server/people/invite/accept';
import { create } from '../../server/people/invite/create';
import { dismiss } from '../../server/people/invite/dismiss';
import { firstStaff } from '../../server/people/invite/first-staff';
import { list } from '../../server/people/invite/list';
import { look } from '../../server/people/invite/look';
import { revoke } from '../../server/people/invite/revoke';

export const main = defineFunction('invite', { create, list, revoke, dismiss, look, accept }, { onTimer: firstStaff });
