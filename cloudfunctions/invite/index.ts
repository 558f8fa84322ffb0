import { defineFunction } from '../door';
import { accept } from '../endpoints/invite/accept';
import { create } from '../endpoints/invite/create';
import { dismiss } from '../endpoints/invite/dismiss';
import { firstStaff } from '../endpoints/invite/first-staff';
import { list } from '../endpoints/invite/list';
import { look } from '../endpoints/invite/look';
import { revoke } from '../endpoints/invite/revoke';

export const main = defineFunction('invite', { create, list, revoke, dismiss, look, accept }, { onTimer: firstStaff });
