import type { LineEntry, Member, Section } from '../model';
import { renamedEntry } from '../line/entry';
import type { Roll } from '../roll/roll';

/**
 * Keeps lines and rolls intact after a person is gone. Their counts and order stay, under an id that cannot be traced
 * back. A member's id begins with `m` and follows from the OPENID. These ids begin with `x` and follow from no OPENID.
 */
const MARK = 'x';
export const isAnonymous = (memberId: string): boolean => memberId.startsWith(MARK);
export const anonymousId = (random: string): string => `${MARK}${random.slice(0, 24)}`;

/** The text in place of the name of somebody who is gone. */
export const GONE_NAME = '（已注销）';
export const nameOf = (member: Pick<Member, 'name'> | null | undefined): string => member?.name ?? GONE_NAME;

/** The text for a person who came to the door and has never filled in a profile. */
const NO_PROFILE_NAME = '没填资料';
/**
 * The name of a person on a roll. Only an anonymous id is called 已注销, because other people without a profile are not
 * gone.
 */
export const nameOn = (memberId: string, member: Pick<Member, 'name'> | null | undefined): string =>
  member?.name ?? (isAnonymous(memberId) ? GONE_NAME : NO_PROFILE_NAME);

/** Maps the id of each person who is gone to the id that replaces it. An id that is not in the map stays. */
export type Renamed = ReadonlyMap<string, string>;

const swap = (renamed: Renamed, id: string): string => renamed.get(id) ?? id;

export const anonymousLine = (line: readonly LineEntry[], renamed: Renamed): LineEntry[] =>
  line.map(entry => renamedEntry(entry, id => swap(renamed, id)));

/** The fields of a section that name people. */
export const anonymousSection = (
  section: Section,
  renamed: Renamed,
): Pick<Section, 'line' | 'lateDrops' | 'seatChanges'> => ({
  line: anonymousLine(section.line, renamed),
  ...(section.lateDrops ? { lateDrops: anonymousLine(section.lateDrops, renamed) } : {}),
  ...(section.seatChanges
    ? {
        seatChanges: section.seatChanges.map(({ left, ...change }) =>
          left ? { ...change, left: renamedEntry(left, id => swap(renamed, id)) } : change,
        ),
      }
    : {}),
});

/** The ids of all people on a roll, including those who made marks. */
export const peopleOnRoll = (roll: Roll): Set<string> =>
  new Set([
    ...roll.marks.flatMap(mark => [mark.memberId, mark.by]),
    ...roll.leaves.map(one => one.memberId),
    ...(roll.comings ?? []).map(one => one.memberId),
    ...roll.guests.flatMap(one => (one.seatOf === null ? [one.memberId] : [one.memberId, one.seatOf])),
    ...roll.declined,
    ...roll.expected,
    ...roll.noShows,
    ...roll.appeals.map(one => one.memberId),
    ...Object.values(roll.codeKeys).map(key => key.by),
  ]);

/**
 * A roll without these people. Who came, was away or was absent stays as a number. Removed are the texts that they
 * wrote (reasons for leave, appeals), their locations, their devices, and the keys of an instructor's codes, which are
 * worthless by then.
 */
export function anonymousRoll(roll: Roll, renamed: Renamed): Roll {
  const gone = (id: string) => renamed.has(id);
  const all = (ids: readonly string[]) => ids.map(id => swap(renamed, id));
  return {
    ...roll,
    marks: roll.marks.map(mark => {
      if (!gone(mark.memberId) && !gone(mark.by)) return mark;
      const { metres: _where, reason, ...kept } = mark;
      return {
        ...kept,
        nonce: [...renamed].reduce((nonce, [id, alias]) => nonce.replace(id, alias), mark.nonce),
        memberId: swap(renamed, mark.memberId),
        by: swap(renamed, mark.by),
        // The other person's device stays, because two devices that disagree must still count as two.
        device: gone(mark.by) ? swap(renamed, mark.by) : mark.device,
        ...(reason !== undefined && !gone(mark.memberId) ? { reason } : {}),
      };
    }),
    leaves: roll.leaves.map(one =>
      gone(one.memberId) ? { ...one, memberId: swap(renamed, one.memberId), reason: '' } : one,
    ),
    ...(roll.comings ? { comings: roll.comings.filter(one => !gone(one.memberId)) } : {}),
    guests: roll.guests.map(one => ({
      ...one,
      memberId: swap(renamed, one.memberId),
      seatOf: one.seatOf === null ? null : swap(renamed, one.seatOf),
    })),
    declined: all(roll.declined),
    expected: all(roll.expected),
    noShows: all(roll.noShows),
    appeals: roll.appeals.filter(one => !gone(one.memberId)),
    codeKeys: Object.fromEntries(Object.entries(roll.codeKeys).filter(([, key]) => !gone(key.by))),
  };
}
