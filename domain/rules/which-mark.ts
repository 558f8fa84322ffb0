import { lastOf } from '../last-of';
import { MARK_SOURCES, type Mark } from '../roll';

/**
 * Which of a person's marks holds: staff's over the instructor's over the worker's own check-in; among those of one kind
 * the latest by when it was made, and by its name where two were made in the same millisecond. So two phones that were
 * offline come to the same result in whichever order their marks arrive. Taking back (`state: null`) is a mark, too.
 *
 * @param marks all marks of the roll, in the order in which they arrived
 * @returns the mark that holds, and one that contradicts it; both `undefined` where there is none
 */
export function whichMark(marks: readonly Mark[], memberId: string): { holds?: Mark; disputed?: Mark } {
  const own = marks.map((mark, index) => ({ mark, index })).filter(({ mark }) => mark.memberId === memberId);
  const holds = own.reduce<Numbered | undefined>(
    (best, one) => (best && overrules(best.mark, one.mark) ? best : one),
    undefined,
  );
  if (!holds) return {};
  const disputed = lastOf(own.filter(one => contradict(holds, one)));
  return { holds: holds.mark, ...(disputed ? { disputed: disputed.mark } : {}) };
}

interface Numbered {
  mark: Mark;
  index: number;
}

function overrules(a: Mark, b: Mark): boolean {
  const byRank = MARK_SOURCES.indexOf(a.source) - MARK_SOURCES.indexOf(b.source);
  if (byRank !== 0) return byRank > 0;
  return a.at === b.at ? a.nonce > b.nonce : a.at > b.at;
}

/** Two marks of the same kind from two phones that say different things, and neither phone knew of the other's. */
const contradict = (a: Numbered, b: Numbered): boolean =>
  a.mark.source === b.mark.source &&
  a.mark.device !== b.mark.device &&
  a.mark.state !== b.mark.state &&
  a.index >= b.mark.seen &&
  b.index >= a.mark.seen;
