import type { LineEntry, Member, Section } from '../model';
import type { Roll } from '../roll/roll';

/**
 * What stays of somebody who is gone: lines and rolls keep their counts and their order, under an id that nothing leads
 * back from. A member's id begins with `m` and follows from the OPENID; these begin with `x` and follow from nothing.
 */
const MARK = 'x';
export const isAnonymous = (memberId: string): boolean => memberId.startsWith(MARK);
export const anonymousId = (random: string): string => `${MARK}${random.slice(0, 24)}`;

/** What stands where a name stood. */
export const GONE_NAME = '（已注销）';
export const nameOf = (member: Pick<Member, 'name'> | null | undefined): string => member?.name ?? GONE_NAME;

/** What stands where somebody came to the door who has never filled in a profile. */
const NO_PROFILE_NAME = '没填资料';
/** The name of somebody on a roll. Nobody is called gone who was never there. */
export const nameOn = (memberId: string, member: Pick<Member, 'name'> | null | undefined): string =>
  member?.name ?? (isAnonymous(memberId) ? GONE_NAME : NO_PROFILE_NAME);

/** Who becomes whom. An id that is not in the map stays. */
export type Renamed = ReadonlyMap<string, string>;

const swap = (renamed: Renamed, id: string): string => renamed.get(id) ?? id;

export const anonymousLine = (line: readonly LineEntry[], renamed: Renamed): LineEntry[] =>
  line.map(entry => ({ ...entry, memberId: swap(renamed, entry.memberId) }));

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
          left ? { ...change, left: { ...left, memberId: swap(renamed, left.memberId) } } : change,
        ),
      }
    : {}),
});

/** Every id by which somebody stands on a roll, those who made marks among them. */
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
 * A roll without these people: who came, was away or absent stays as a number. What they wrote (why they could not come,
 * an appeal), where they were and what phone they held is gone, and the keys of an instructor's codes, worthless by then.
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
        // The phone of the other one stays: two phones that disagree are still two.
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
