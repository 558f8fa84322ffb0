import { MARK_SOURCES, type Mark, type MarkState } from './roll';

/** A mark. In a list that holds only some marks of a roll, `index` is its place among all of them. */
export type PlacedMark = Mark & { index?: number };

/** A mark, and how many marks arrived before it. */
interface Numbered {
  mark: Mark;
  index: number;
}

/**
 * What holds of a person: one rule for marks from whatever source, in whatever order they arrive.
 *
 * 1. A take-back (`state: null`) makes the marks undone that its maker knew of: those of instructors, or the person's own
 *    check-in where no instructor's mark is left. What is undone counts as never made.
 * 2. A mark settles every mark that its maker knew of, unless that one has a higher source.
 * 3. If the marks that nobody settled agree, they hold. If not, it is a dispute until somebody marks who knows of both.
 *    Until then a mark gives way that knew of a contrary one of a higher source. Among several of these, 到 and 迟到
 *    hold before 请假, and 请假 before 缺课: nobody is absent because two people did not know of each other. Then the
 *    higher source decides, then the later mark.
 *
 * The order of arrival decides nothing: all that counts is what the maker of a mark knew, and when it was made.
 *
 * @param marks all marks of the roll, in the order in which they arrived; or a part of them, each with its `index`
 * @returns the mark that holds, and the strongest one that contradicts it; both `undefined` where there is none
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

/** By when they were made; by name or arrival where that is the same millisecond of two phones or of one. */
const byTime = (a: Numbered, b: Numbered): number =>
  a.mark.at - b.mark.at || (isOnePhone(a.mark, b.mark) ? a.index - b.index : a.mark.nonce < b.mark.nonce ? -1 : 1);

const isOnePhone = (a: Mark, b: Mark): boolean =>
  a.source === 'instructor' && b.source === 'instructor' && a.device === b.device;

const rank = ({ source }: Mark): number => MARK_SOURCES.indexOf(source);

const wasShown = (a: Numbered, b: Numbered): boolean => b.index < Math.min(a.mark.seen, a.index);

/** A phone knows the marks that it was shown, and what was marked on it before. What it was shown is certain, its clock is not. */
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

/** Which of the open marks holds until somebody decides. */
function strength(open: readonly Numbered[], one: Numbered): number {
  const givesWay = open.some(other => givesWayTo(one, other));
  return (givesWay ? 0 : 100) + kindness(one.mark) * 10 + rank(one.mark);
}

/** An instructor does not overrule what staff have said; a check-in does not overrule what its person was told instead of 签到成功. */
const givesWayTo = (one: Numbered, higher: Numbered): boolean =>
  rank(higher.mark) > rank(one.mark) &&
  knows(one, higher) &&
  (one.mark.source !== 'self' || one.mark.found !== undefined);

/** 到 or 迟到 of a check-in follows from the clock: only somebody who says that the person did not come contradicts it. */
const contradict = (a: Mark, b: Mark): boolean =>
  a.source === 'self' || b.source === 'self' ? kindness(a) !== kindness(b) : a.state !== b.state;

/**
 * A check-in as it is kept beside the marks that it found. If they say that the person did not come, it notes so, and the
 * person is not told 签到成功. Once somebody has decided against an earlier check-in, a new one is a new mark.
 *
 * @returns `{ before }` where the earlier one says all; `null` where it was taken back, and nothing else holds.
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
