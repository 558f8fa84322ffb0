import type { Member, Section } from '../../domain/model';
import { nameOf } from '../../domain/privacy/anonymous';
import { maskPhone } from '../../domain/base/mask';
import { placeAt } from '../../domain/line/place';
import { membersOf } from './members-of';

/** The people of a line in its order, with names and masked phones. A deleted person keeps the place without a name. */
export const peopleOf = async (section: Section) =>
  peopleIn(section, await membersOf(section.line.map(entry => entry.memberId)));

/** The same, if the members have been read already. */
export function peopleIn(section: Section, members: ReadonlyMap<string, Member>) {
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
