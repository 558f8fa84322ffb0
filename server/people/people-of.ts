import type { Member, Section } from '../../domain/model';
import { nameOf } from '../../domain/privacy/anonymous';
import { maskPhone } from '../../domain/base/mask';
import { attendeeOf, keyOf } from '../../domain/line/entry';
import { placeAt } from '../../domain/line/place';
import { membersOf } from './members-of';

/**
 * The people of a line in its order, with names and masked phones. Each has the key of their place, by which staff act on
 * it. A deleted person keeps the place without a name.
 */
export const peopleOf = async (section: Section) => peopleIn(section, await membersOf(section.line.map(attendeeOf)));

/** The same, if the members have been read already. */
export function peopleIn(section: Section, members: ReadonlyMap<string, Member>) {
  return section.line.map((entry, index) => {
    const member = members.get(attendeeOf(entry));
    return {
      memberId: keyOf(entry),
      name: nameOf(member),
      phone: maskPhone(member?.phone ?? ''),
      employer: member?.employer ?? '',
      ...placeAt(section, index),
    };
  });
}
