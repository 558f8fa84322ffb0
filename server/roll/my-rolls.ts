import type { Mark, Roll } from '../../domain/roll/roll';
import type { PlacedMark } from '../../domain/roll/which-mark';
import { _, db } from '../base/database';

/** The parts of a roll that concern one person. */
export type MyRoll = Pick<Roll, 'sectionId' | 'lessonIndex' | 'closedAt' | 'leaves' | 'guests'> & {
  marks: PlacedMark[];
};

/** A mark with its index among all marks of the roll, because a mark's `seen` counts the marks of others, too. */
interface Placed {
  index: number;
  mark: Mark;
}

const PAGE = 1_000;
const $ = _.aggregate;

/** The rolls of some sections, cut down by the database to what concerns one person. One operation. */
export async function myRolls(sectionIds: readonly string[], memberId: string): Promise<MyRoll[]> {
  if (sectionIds.length === 0) return [];
  const mine = (list: string) => $.filter({ input: `$${list}`, as: 'one', cond: $.eq(['$$one.memberId', memberId]) });
  const placed = $.map({
    input: $.range([0, $.size('$marks')]),
    as: 'index',
    in: { index: '$$index', mark: $.arrayElemAt(['$marks', '$$index']) },
  });
  const marks = $.filter({ input: placed, as: 'one', cond: $.eq(['$$one.mark.memberId', memberId]) });
  const about = $.filter({
    input: '$guests',
    as: 'one',
    cond: $.or([$.eq(['$$one.memberId', memberId]), $.eq(['$$one.seatOf', memberId])]),
  });
  const answer = (await db
    .collection('rolls')
    .aggregate()
    .match({ sectionId: _.in([...sectionIds]) })
    .project({ sectionId: 1, lessonIndex: 1, closedAt: 1, marks, leaves: mine('leaves'), guests: about })
    .limit(PAGE)
    .end()) as unknown as { list: (Omit<MyRoll, 'marks'> & { marks: Placed[] })[] };
  return answer.list.map(roll => ({ ...roll, marks: roll.marks.map(({ index, mark }) => ({ ...mark, index })) }));
}
