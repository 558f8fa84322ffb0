import { emptyRoll, type Mark, type Roll } from '../../domain/roll/roll';
import { foundBy } from '../../domain/roll/found-by';
import { MOST_MARKS_A_ROLL } from '../../domain/roll/mark';
import { addOnce } from '../base/add-once';
import { _, updateWhere } from '../base/database';
import { updateAndRead } from '../base/update-and-read';
import type { LessonOf } from '../lesson/lesson-of';

/** Creates the document of a lesson that nobody has written to. Harmless if there is one. */
export const makeRoll = ({ section, lesson, roll }: LessonOf): Promise<boolean> => {
  const empty = emptyRoll(section, roll.lessonIndex, lesson);
  return addOnce('rolls', { ...empty, ...foundBy(empty) });
};

/**
 * Adds marks to a roll, all in one write or none. None is added if the roll is closed or full, knows one of them
 * already, or does not exist yet (`makeRoll`). `guard` adds further conditions.
 */
export function appendMarks(
  rollId: Roll['_id'],
  marks: readonly Mark[],
  guard: Record<string, unknown> = {},
): Promise<boolean> {
  const append = appending(rollId, marks);
  return updateWhere('rolls', { ...append.guard, ...guard }, append.data);
}

/** The same. Returns the roll with the marks on it, or `null` if none was added. */
export function appendAndRead(rollId: Roll['_id'], marks: readonly Mark[]): Promise<Roll | null> {
  const { guard, data } = appending(rollId, marks);
  return updateAndRead('rolls', guard, data);
}

const appending = (rollId: Roll['_id'], marks: readonly Mark[]) => ({
  guard: {
    _id: rollId,
    closedAt: null,
    markCount: _.lte(MOST_MARKS_A_ROLL - marks.length),
    'marks.nonce': _.nin(marks.map(mark => mark.nonce)),
  },
  data: {
    marks: _.push([...marks]),
    markCount: _.inc(marks.length),
    people: _.addToSet({ $each: marks.flatMap(mark => [mark.memberId, mark.by]) }),
  },
});

/**
 * Adds a check-in if nobody has marked this person yet and their seat is not lent. The roll then says what the check-in
 * says. Every other case must be looked at first.
 */
export const appendFirstMark = (rollId: Roll['_id'], mark: Mark): Promise<boolean> =>
  appendMarks(rollId, [mark], {
    'marks.memberId': _.neq(mark.memberId),
    'guests.seatOf': _.neq(mark.memberId),
  });
