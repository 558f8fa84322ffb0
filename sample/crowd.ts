import type { Member, Standing } from '../domain/model';
import { syntheticMembers } from './synthetic';

export interface Crowd {
  people: { openid: string; memberId: string }[];
  members: Member[];
  standings: Standing[];
}

/**
 * `count` synthetic workers who have been in the waiting room of a batch: they have a profile, are settled, and hold
 * nothing. For bulk import. Another seed gives other people.
 */
export function crowdMembers(count: number, seed: number, batchId: string, now = Date.now()): Crowd {
  const members = syntheticMembers(count, seed, now);
  return {
    people: members.map(({ openid, _id }) => ({ openid, memberId: _id })),
    members,
    standings: members.map(({ _id }) => ({ _id, holds: [], batches: { [batchId]: { settledAt: now, count: 0 } } })),
  };
}
