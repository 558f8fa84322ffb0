import type { Member } from '../../domain/model';
import { readMany } from '../base/database';

/** The members with these ids, by id; `ids` may contain duplicates. */
export async function membersOf(ids: readonly string[]): Promise<ReadonlyMap<string, Member>> {
  const members = await readMany('members', [...new Set(ids)]);
  return new Map(members.map(member => [member._id, member]));
}
