import { maskPhone } from '../../../domain/rules/mask';
import { plainPhone } from '../../../domain/rules/profile';
import { _, find as findAll } from '../../db/database';
import type { Run } from '../../door';

const MOST = 10;

/** People of exactly this name or this phone number: staff look for somebody who stands before them, nobody is listed. */
export const find: Run<'staff.find'> = async ({ input: { query } }) => {
  const wanted = query.normalize('NFKC').trim();
  const phone = plainPhone(wanted);
  // A member may have no number: a blank is nobody's.
  const asked = [...(wanted === '' ? [] : [{ name: wanted }]), ...(phone === '' ? [] : [{ phone }])];
  const found = asked.length > 0 ? await findAll('members', _.or(asked), { limit: MOST }) : [];
  return {
    people: found.map(({ _id, name, phone, employer }) => ({ memberId: _id, name, phone: maskPhone(phone), employer })),
  };
};
