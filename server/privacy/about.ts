import { _, find, type CollectionName, type Collections } from '../base/database';

/** On a roll from before it said whom it is about; the night adds that (`retire/rolls.ts`), so that soon there is none. */
const onOldRoll = (id: string) =>
  _.or([
    ...['marks.memberId', 'marks.by', 'leaves.memberId', 'guests.memberId', 'guests.seatOf'].map(on => ({
      [on]: id,
    })),
    ...['declined', 'expected', 'noShows', 'appeals.memberId', `codeKeys.${id.slice(1, 9)}.by`].map(on => ({
      [on]: id,
    })),
  ]);

/** Where something about a person stands, by collection; `null` where nothing in it is about people by their id. */
const ABOUT: { [N in CollectionName]: ((memberId: string) => Parameters<typeof find>[1]) | null } = {
  members: _id => ({ _id }),
  standings: _id => ({ _id }),
  sections: id => _.or([{ 'line.memberId': id }, { 'lateDrops.memberId': id }, { 'seatChanges.left.memberId': id }]),
  rolls: id => _.or([{ people: id }, _.and([{ appealOpen: null }, onOldRoll(id)])]),
  notices: memberId => ({ memberId }),
  outbox: id => _.or([{ 'to.memberId': id }, { 'dropping.entry.memberId': id }, { 'dropping.before.memberId': id }]),
  consents: _id => ({ _id }),
  record: id => _.or([{ 'parts.memberId': id }, { memberId: id }, { by: id }]),
  invites: id => _.or([{ usedBy: id }, { createdBy: id }]),
  rehearsals: by => ({ by }),
  waivers: by => ({ by }),
  follows: memberId => ({ memberId }),
  erasures: _id => ({ _id }),
  tallies: null,
  batches: null,
  drafts: null,
  checks: null,
  links: null,
  troubles: null,
};

export const PERSONAL = (Object.keys(ABOUT) as CollectionName[]).filter(name => ABOUT[name] !== null);

/** The documents of one collection in which something about this person stands, at most 1,000. One operation. */
export async function about<N extends CollectionName>(name: N, memberId: string): Promise<Collections[N][]> {
  const condition = ABOUT[name]?.(memberId);
  return condition ? find(name, condition) : [];
}
