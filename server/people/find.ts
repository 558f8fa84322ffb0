import { endsIn, maskPhone, sameMasked } from '../../domain/base/mask';
import { nameKey } from '../../domain/people/person-name';
import { plainPhone } from '../../domain/people/profile';
import type { Member } from '../../domain/model';
import { find as findAll } from '../base/database';
import { spelled } from '../base/like';
import { noteLastFour, noteSearch } from '../record/note-look';
import type { Run } from '../base/door';

const MOST = 10;
/** Four digits that more people share than this show nobody, so that nobody goes through the members by them. */
const MOST_BY_FOUR = 5;

/**
 * Finds people with exactly this name, however it was typed, or with a phone number that looks like this one once its
 * middle is hidden, or with its last four digits. It is for staff who look for somebody standing before them; nobody is
 * listed. A whole number is not compared as a whole. Otherwise somebody could try all ten thousand numbers and learn
 * which one it is, without the export that is on the record. The search is on the record, too.
 */
export const find: Run<'staff.find'> = async ({ input: { query }, memberId: by, now }) => {
  const typed = plainPhone(query);
  const lastFour = endsIn(typed);
  if (lastFour) {
    const found = await findAll('members', { phone: lastFour }, { limit: MOST_BY_FOUR + 1 });
    const tooMany = found.length > MOST_BY_FOUR;
    await noteLastFour(by, tooMany ? 0 : found.length, now);
    return tooMany ? { people: [], tooMany } : { people: found.map(shown) };
  }
  const phone = sameMasked(typed);
  const key = nameKey(query);
  if (!phone && key === '') return { people: [] };
  await noteSearch(by, now);
  const found = await findAll('members', phone ? { phone } : { name: spelled(key) }, { limit: MOST + 1 });
  const people = found.slice(0, MOST).map(shown);
  return found.length > MOST ? { people, tooMany: true } : { people };
};

const shown = ({ _id, name, phone, employer }: Member) => ({ memberId: _id, name, phone: maskPhone(phone), employer });
