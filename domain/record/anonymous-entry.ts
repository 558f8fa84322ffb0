import type { Part, RecordEntry } from '../model';
import { KEPT_MS } from '../privacy/privacy';
import { GONE_NAME, isAnonymous } from '../privacy/anonymous';
import { partsOfEntry } from './said';

/** Acts on a role name their person as somebody in office. */
const isOfOffice = (act: string): boolean => act.startsWith('invite.') || act === 'member.erase';

type InParts = RecordEntry & { parts: Part[] };

/** The ids of all people in the sentence of an entry. */
export const peopleIn = (entry: RecordEntry): string[] => [
  ...new Set([
    ...partsOfEntry(entry).flatMap(part => (typeof part === 'string' ? [] : [part.memberId])),
    ...(entry.memberId === undefined ? [] : [entry.memberId]),
  ]),
];

/**
 * An entry that keeps the act and loses a person. Some people in it were in office: the one who did the act, and those
 * who are in it because of a role that they had. They stay named for `KEPT_MS.office` from the act, but their id is
 * replaced at once. Text parts are never changed. A reason that staff typed is removed together with the last of the
 * people whom it concerns.
 *
 * @param aliasOf the id that stands for a person who is gone; `undefined` for everybody else
 */
export function anonymousEntry(
  entry: RecordEntry,
  aliasOf: (id: string) => string | undefined,
  now: number,
): RecordEntry {
  const { namedUntil: _then, print: _print, summary: _old, reason, ...kept } = entry;
  const namedUntil = entry.at + KEPT_MS.office;
  const inOffice = now < namedUntil;
  const swapped = (part: Part): Part => {
    if (typeof part === 'string') return part;
    const alias = aliasOf(part.memberId);
    if (alias === undefined) return part;
    return { memberId: alias, name: inOffice && isOfOffice(entry.act) ? part.name : GONE_NAME };
  };
  const by = aliasOf(entry.by);
  const after: InParts = {
    ...kept,
    ...(by === undefined ? {} : { by, byName: inOffice ? entry.byName : GONE_NAME }),
    ...(entry.memberId === undefined ? {} : { memberId: aliasOf(entry.memberId) ?? entry.memberId }),
    parts: partsOfEntry(entry).map(swapped),
  };
  return {
    ...after,
    ...(reason !== undefined && isStillAbout(after) ? { reason } : {}),
    ...(isNamed(after) ? { namedUntil } : {}),
  };
}

/** True if the entry still names somebody who is gone. */
const isNamed = ({ by, byName, parts }: InParts): boolean =>
  (isAnonymous(by) && byName !== GONE_NAME) ||
  parts.some(part => typeof part !== 'string' && isAnonymous(part.memberId) && part.name !== GONE_NAME);

/** True if the entry concerns nobody, or somebody who is still named. */
function isStillAbout(entry: InParts): boolean {
  const people = peopleIn(entry);
  const named = entry.parts.some(part => typeof part !== 'string' && part.name !== GONE_NAME);
  return people.length === 0 || named || people.some(id => !isAnonymous(id));
}
