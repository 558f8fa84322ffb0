import type { Section } from '../../domain/model';
import { _, updateWhere } from '../base/database';
import { lineSize } from '../../domain/line/line';

/** The fields of a section that joining needs. */
export type JoinFacts = Pick<Section, '_id' | 'revision' | 'capacity' | 'waitlistLimit'>;

/**
 * Joins the line at its end. One guarded update decides, orders and deduplicates. Its guard: the facts that the claim
 * was prepared with still hold, the line has an open place, and the person is not in it.
 */
export const join = (facts: JoinFacts, memberId: string, at: number, now: number): Promise<boolean> =>
  updateWhere(
    'sections',
    {
      _id: facts._id,
      revision: facts.revision,
      lineCount: _.lt(lineSize(facts)),
      'line.memberId': _.neq(memberId),
      reopensAt: _.lte(now),
    },
    { line: _.push([{ memberId, at }]), lineCount: _.inc(1) },
  );
