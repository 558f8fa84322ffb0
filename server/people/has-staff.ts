import { find } from '../base/database';

export const hasStaff = async (): Promise<boolean> =>
  (await find('members', { roles: 'staff' }, { limit: 1 })).length > 0;
