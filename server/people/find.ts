import { maskPhone, sameMasked } from '../../domain/base/mask';
import { nameKey } from '../../domain/people/person-name';
import { plainPhone } from '../../domain/people/profile';
import { find as findAll } from '../base/database';
import { spelled } from '../base/like';
import { noteSearch } from '../record/note-look';
import type { Run } from '../base/door';

const MOST = 10;

/**
 * Finds people with exactly this name, however it was typed, or with a phone number that looks like this one once its
 * middle is hidden. It is for staff who look for somebody standing before them; nobody is listed. A whole number is not
 * compared as a whole. Otherwise somebody could try all ten thousand numbers and learn which one it is, without the
 * export that is on the record. The search is on the record, too.
 */
export const find: Run<'staff.find'> = async ({ input: { query }, memberId: by, now }) => {
  const phone = sameMasked(plainPhone(query));
  const key = nameKey(query);
  if (!phone && key === '') return { people: [] };
  await noteSearch(by, now);
  const found = await findAll('members', phone ? { phone } : { name: spelled(key) }, { limit: MOST });
  return {
    people: found.map(({ _id, name, phone, employer }) => ({ memberId: _id, name, phone: maskPhone(phone), employer })),
  };
};
