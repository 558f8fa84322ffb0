import { maskPhone } from '../../../domain/rules/mask';
import { nameKey } from '../../../domain/rules/person-name';
import { isMobile, plainPhone } from '../../../domain/rules/profile';
import { find as findAll } from '../../db/database';
import { spelled } from '../../db/like';
import type { Run } from '../../door';

const MOST = 10;

/** People of exactly this name or this phone number, however it was typed: staff look for somebody who stands before them, nobody is listed. */
export const find: Run<'staff.find'> = async ({ input: { query } }) => {
  const phone = plainPhone(query);
  const key = nameKey(query);
  const found = isMobile(phone)
    ? await findAll('members', { phone }, { limit: MOST })
    : key === ''
      ? []
      : await findAll('members', { name: spelled(key) }, { limit: MOST });
  return {
    people: found.map(({ _id, name, phone, employer }) => ({ memberId: _id, name, phone: maskPhone(phone), employer })),
  };
};
