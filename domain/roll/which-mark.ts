import { MARK_SOURCES, type Mark, type MarkState } from './roll';

/** A mark. If the list holds only some marks of a roll, `index` is the mark's place among all of them. */
export type PlacedMark = Mark & { index?: number };

/** A mark, and how many marks arrived before it. */
interface Numbered {
  mark: Mark;
  index: number;
}

/**
 * Decides which mark holds for a person. There is one rule for marks from any source, in any order of arrival.
 *
 * 1. A take-back (`state: null`) undoes the marks that its maker knew of. These are the instructors' marks, or the
 *    person's own check-in if no instructor's mark is left. A mark that was undone counts as never made.
 * 2. A mark settles every mark that its maker knew of, except marks of a higher source.
 * 3. If the marks that nobody settled agree, they hold. If not, there is a dispute until somebody who knows of both
 *    makes a mark. Until then, a mark gives way if its maker knew of a contrary one of a higher source. Among several
 *    of the others, 到 and 迟到 hold before 请假, and 请假 before 缺课, so that nobody is absent because two people did
 *    not know of each other. After that the higher source decides, then the later mark.
 *
 * The order of arrival decides nothing. Only two things count: what the maker of a mark knew, and when it was made.
 *
 * @param marks all marks of the roll, in the order in which they arrived; or a part of them, each with its `index`
 * @returns the mark that holds, and the strongest one that contradicts it; both `undefined` if there is none
 */
export function whichMark(marks: readonly PlacedMark[], memberId: string): { holds?: Mark; disputed?: Mark } {
  const open = openMarks(marks, memberId);
  const strong = new Map(open.map(one => [one, strength(open, one)]));
  const [holds, ...others] = open.sort((a, b) => (strong.get(b) ?? 0) - (strong.get(a) ?? 0) || byTime(b, a));
  if (!holds) return {};
  const disputed = others.find(other => contradict(holds.mark, other.mark));
  return { holds: holds.mark, ...(disputed ? { disputed: disputed.mark } : {}) };
}

/** Marks of a person that were neither taken back nor settled by a later one. */
function openMarks(marks: readonly PlacedMark[], memberId: string): Numbered[] {
  const own = marks
    .map((mark, position): Numbered => ({ mark, index: mark.index ?? position }))
    .filter(({ mark }) => mark.memberId === memberId)
    .sort(byTime);
  const undone = undoneBy(own);
  const said = own.filter(one => one.mark.state !== null && !undone.has(one));
  return said.filter(one => !said.some(other => settles(other, one)));
}

/**
 * By the time at which they were made. In the same millisecond, marks of one phone go by arrival, and marks of two
 * phones by nonce.
 */
const byTime = (a: Numbered, b: Numbered): number =>
  a.mark.at - b.mark.at || (isOnePhone(a.mark, b.mark) ? a.index - b.index : a.mark.nonce < b.mark.nonce ? -1 : 1);

const isOnePhone = (a: Mark, b: Mark): boolean =>
  a.source === 'instructor' && b.source === 'instructor' && a.device === b.device;

const rank = ({ source }: Mark): number => MARK_SOURCES.indexOf(source);

const wasShown = (a: Numbered, b: Numbered): boolean => b.index < Math.min(a.mark.seen, a.index);

/**
 * A phone knows the marks that it was shown, and those that were made on it before. What it was shown is certain; its
 * clock is not, so it decides only the rest.
 */
const knows = (a: Numbered, b: Numbered): boolean =>
  a !== b && (wasShown(a, b) || (isOnePhone(a.mark, b.mark) && !wasShown(b, a) && byTime(a, b) > 0));

const settles = (a: Numbered, b: Numbered): boolean => rank(a.mark) >= rank(b.mark) && knows(a, b);

/** @param own in the order of `byTime` */
function undoneBy(own: readonly Numbered[]): ReadonlySet<Numbered> {
  const by = new Map<Numbered, Numbered[]>();
  for (const takeBack of own.filter(one => one.mark.state === null)) {
    const before = new Set([...by].flatMap(([other, undone]) => (knows(takeBack, other) ? undone : [])));
    const known = own.filter(one => one.mark.state !== null && settles(takeBack, one) && !before.has(one));
    const instructors = known.filter(one => one.mark.source !== 'self');
    by.set(takeBack, instructors.length > 0 ? instructors : known);
  }
  return new Set([...by.values()].flat());
}

/** 到 and 迟到 are the same to a person's record. */
const KINDNESS: Record<MarkState, number> = { present: 2, late: 2, leave: 1, absent: 0 };
const kindness = ({ state }: Mark): number => (state ? KINDNESS[state] : 0);

/** How strong an open mark is. The strongest one holds until somebody decides. */
function strength(open: readonly Numbered[], one: Numbered): number {
  const givesWay = open.some(other => givesWayTo(one, other));
  return (givesWay ? 0 : 100) + kindness(one.mark) * 10 + rank(one.mark);
}

/**
 * An instructor's mark gives way to a staff mark that the instructor knew of. A check-in gives way only if its person
 * was told the contrary mark instead of 签到成功.
 */
const givesWayTo = (one: Numbered, higher: Numbered): boolean =>
  rank(higher.mark) > rank(one.mark) &&
  knows(one, higher) &&
  (one.mark.source !== 'self' || one.mark.found !== undefined);

/**
 * Whether a check-in is 到 or 迟到 follows from the clock. So only a mark that says the person did not come contradicts
 * it.
 */
const contradict = (a: Mark, b: Mark): boolean =>
  a.source === 'self' || b.source === 'self' ? kindness(a) !== kindness(b) : a.state !== b.state;

/**
 * The check-in to store, given the marks that are there already. If they say that the person did not come, the check-in
 * notes that, and the person is not told 签到成功. If somebody has since decided against an earlier check-in, the new one
 * is a mark of its own.
 *
 * @returns `{ before }` if the earlier check-in is enough; `null` if it was taken back and nothing else holds.
 */
export function checkInBeside(marks: readonly Mark[], here: Mark): { add: Mark } | { before: Mark } | null {
  const { memberId } = here;
  const mine = marks.filter(mark => mark.memberId === memberId && mark.source === 'self');
  const [first] = mine;
  const { holds, disputed } = whichMark(marks, memberId);
  const isContrary = holds && kindness(holds) < KINDNESS.present;
  if (first) {
    const open = openMarks(marks, memberId).find(({ mark }) => mark.source === 'self');
    if (open && (!open.mark.found || isContrary)) return { before: open.mark };
    if (!holds) return null;
    if (!open && !disputed && !isContrary) return { before: first };
  }
  const again = first ? { nonce: `${here.nonce}-${mine.length + 1}` } : {};
  const found = isContrary && holds.state ? { found: holds.state } : {};
  return { add: { ...here, ...again, seen: marks.length, ...found } };
}
