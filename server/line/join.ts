import type { Section } from '../../domain/model';
import { _ } from '../base/database';
import { updateAndRead } from '../base/update-and-read';
import { keysOf, newEntry } from '../../domain/line/entry';
import { lineSize } from '../../domain/line/line';

/** The fields of a section that joining needs. */
export type JoinFacts = Pick<Section, '_id' | 'revision' | 'capacity' | 'waitlistLimit'>;

/**
 * Joins the line at its end. One guarded update decides, orders and deduplicates. Its guard: the facts that the claim
 * was prepared with still hold, the line has an open place, and nobody stands in it under this key. Returns the section
 * with the new entry in its line, or `null`.
 */
export const join = (facts: JoinFacts, memberId: string, at: number, now: number): Promise<Section | null> =>
  updateAndRead(
    'sections',
    {
      _id: facts._id,
      revision: facts.revision,
      lineCount: _.lt(lineSize(facts)),
      [keysOf('line')]: _.neq(memberId),
      reopensAt: _.lte(now),
    },
    { line: _.push([newEntry(memberId, at)]), lineCount: _.inc(1) },
  );
