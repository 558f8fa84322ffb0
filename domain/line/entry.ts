import type { Address, LineEntry, Section } from '../model';

/**
 * An entry of a line answers three questions. Today one member is the answer to all of them, and only `memberId` is
 * stored. A parent who holds a seat for a child is the holder of an entry whose key and attendee are the child. A lint
 * rule keeps every other file from reading the ids of an entry itself, so that each asks the question that it means.
 */

/** The key: nobody stands in a line twice under one key, and the standing with this id has the hold. */
export const keyOf = ({ memberId }: LineEntry): string => memberId;

/** The account that answers for the place. It is told everything about it. */
export const holderOf = ({ memberId, holderId = memberId }: LineEntry): string => holderId;

/** The person who comes. They are on the roll and on lists, and what is counted of people counts them. */
export const attendeeOf = ({ memberId, attendeeId = memberId }: LineEntry): string => attendeeId;

/** A new entry for a member who holds the place and comes. */
export const newEntry = (memberId: string, at: number): LineEntry => ({ memberId, at });

/** The part of an entry that names it for good: a later entry under the same key has another `at`. */
export const nameOfEntry = ({ memberId, at }: LineEntry): Pick<LineEntry, 'memberId' | 'at'> => ({ memberId, at });

export const isSameEntry = (one: LineEntry, other: LineEntry): boolean =>
  keyOf(one) === keyOf(other) && one.at === other.at;

/** Whom a telling about this place goes to. A lint rule keeps other files from making an address themselves. */
export const addressOf = (entry: LineEntry): Address => ({
  memberId: holderOf(entry),
  ...(attendeeOf(entry) === holderOf(entry) ? {} : { attendeeId: attendeeOf(entry) }),
});

/** The same for a promotion: the instant names the place that moved up. */
export const promotionOf = (entry: LineEntry): Address => ({ ...addressOf(entry), at: entry.at });

/** A telling that is about no place goes to the member. */
export const addressOfMember = ({ _id }: { _id: string }): Address => ({ memberId: _id });

/** Whom a telling about a person of this class goes to, even if they have left it. Without a place it is the person. */
export function addressFor(section: Pick<Section, 'line' | 'lateDrops' | 'seatChanges'>, attendeeId: string): Address {
  const left = (section.seatChanges ?? []).flatMap(one => one.left ?? []);
  const entries = [...section.line, ...(section.lateDrops ?? []), ...left];
  const entry = entries.find(one => attendeeOf(one) === attendeeId);
  return entry ? addressOf(entry) : addressOfMember({ _id: attendeeId });
}

/** The person whom a telling or its notice is about. */
export const toldOf = ({ memberId, attendeeId = memberId }: Pick<Address, 'memberId' | 'attendeeId'>): string =>
  attendeeId;

/** Everybody whom an entry names, each once. */
export const peopleOf = (entry: LineEntry): string[] => [
  ...new Set([keyOf(entry), holderOf(entry), attendeeOf(entry)]),
];

/** The entry with other ids in the place of these people. */
export const renamedEntry = <E extends LineEntry>(entry: E, rename: (id: string) => string): E => ({
  ...entry,
  memberId: rename(entry.memberId),
  ...(entry.holderId === undefined ? {} : { holderId: rename(entry.holderId) }),
  ...(entry.attendeeId === undefined ? {} : { attendeeId: rename(entry.attendeeId) }),
});

const IDS = ['memberId', 'holderId', 'attendeeId'] as const satisfies readonly (keyof LineEntry)[];

/** The paths of every id in the entries that stand at this path of a document. */
export const pathsOf = <P extends string>(path: P) => IDS.map(id => `${path}.${id}` as const);

/** The path of their keys. It is what the guard of a line asks for, and it is never absent. */
export const keysOf = <P extends string>(path: P) => `${path}.memberId` as const;
