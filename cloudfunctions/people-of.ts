import type { Section } from '../domain/model';
import { nameOf } from '../domain/rules/anonymous';
import { maskPhone } from '../domain/rules/mask';
import { placeAt } from '../domain/rules/place';
import { membersOf } from './db/members-of';

/** The people of a line in its order, with names; phones masked. Who has been deleted keeps the place without a name. */
export async function peopleOf(section: Section) {
  const members = await membersOf(section.line.map(entry => entry.memberId));
  return section.line.map((entry, index) => {
    const member = members.get(entry.memberId);
    return {
      memberId: entry.memberId,
      name: nameOf(member),
      phone: maskPhone(member?.phone ?? ''),
      employer: member?.employer ?? '',
      ...placeAt(section, index),
    };
  });
}
