import { membersOf } from '../people/members-of';

/** The people who have not switched off the reminder before a lesson. One operation. */
export async function whoWantReminders<P extends { memberId: string }>(people: readonly P[]): Promise<P[]> {
  const members = await membersOf(people.map(one => one.memberId));
  return people.filter(({ memberId }) => members.get(memberId)?.noReminders !== true);
}
