import { emptyRoll, type Mark, type Roll } from '../../domain/roll';
import { MOST_MARKS_A_ROLL } from '../../domain/rules/mark';
import { addOnce } from './add-once';
import { _, updateWhere } from './database';
import type { LessonOf } from './lesson-of';

/** Makes the document of a lesson that nobody has written to; harmless where there is one. */
export const makeRoll = ({ section, lesson, roll }: LessonOf): Promise<boolean> =>
  addOnce('rolls', emptyRoll(section, roll.lessonIndex, lesson));

/**
 * Adds marks to a roll: all of them in one write, or none where it is closed or full, knows one of them already, or is
 * not there yet (`makeRoll`). What else must hold for it says `guard`.
 */
export const appendMarks = (
  rollId: Roll['_id'],
  marks: readonly Mark[],
  guard: Record<string, unknown> = {},
): Promise<boolean> =>
  updateWhere(
    'rolls',
    {
      _id: rollId,
      closedAt: null,
      markCount: _.lte(MOST_MARKS_A_ROLL - marks.length),
      'marks.nonce': _.nin(marks.map(mark => mark.nonce)),
      ...guard,
    },
    { marks: _.push([...marks]), markCount: _.inc(marks.length) },
  );
