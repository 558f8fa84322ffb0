import { find } from '../base/database';

/** Is anybody staff yet? */
export const hasStaff = async (): Promise<boolean> =>
  (await find('members', { roles: 'staff' }, { limit: 1 })).length > 0;
