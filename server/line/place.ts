import { holdState } from '../../domain/line/hold';
import { COME_AGAIN_MS } from '../../domain/base/patience';
import { placeOf } from '../../domain/line/place';
import { refuse } from '../../domain/base/refuse';
import { read } from '../base/database';
import type { Run } from '../base/door';

/**
 * Tells a person where they stand in a line. The app asks this after a time-out instead of guessing, so "nowhere" must
 * be final: while a claim of the same person is still in flight, the answer is BUSY.
 */
export const place: Run<'line.place'> = async ({ input: { sectionId }, memberId }) => {
  const standing = await read('standings', memberId);
  const section = await read('sections', sectionId);
  if (!section) return refuse('SECTION_NOT_FOUND');
  const found = placeOf(section, memberId);
  const hold = standing?.holds.find(mine => mine.sectionId === sectionId);
  const inFlight = hold && holdState(hold, memberId, section.line, Date.now()) === 'IN_FLIGHT';
  return !found && inFlight ? refuse('BUSY', { retryAfterMs: COME_AGAIN_MS }) : { place: found };
};
