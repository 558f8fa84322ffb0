import type { Section } from '../domain/model';
import { maskPhone } from '../domain/rules/mask';
import { placeAt } from '../domain/rules/place';
import { readMany } from './db/database';

/** The people of a line in its order, with names; phones masked. Who has been deleted keeps the place without a name. */
export async function peopleOf(section: Section) {
  const ids = section.line.map(entry => entry.memberId);
  const members = new Map((await readMany('members', ids)).map(member => [member._id, member]));
  return section.line.map((entry, index) => {
    const member = members.get(entry.memberId);
    return {
      memberId: entry.memberId,
      name: member?.name ?? '（已注销）',
      phone: maskPhone(member?.phone ?? ''),
      employer: member?.employer ?? '',
      ...placeAt(section, index),
    };
  });
}
