import * as z from 'zod';
import { endpoint, id, instant, nothing, ofBatch, ofPage, ofSection, type PageOf } from './endpoint';
import type { Place, SectionCount } from '../line/place';
import type { Claimed, Later, MyPlace } from './shown';

export const LINE = {
  /** Seat counts from the instance's memory, at most a second old. The app asks again after `pollAfterMs`. */
  'line.board': endpoint<{ counts: SectionCount[]; countedAt: number; pollAfterMs: number }>()({
    access: 'anyone',
    input: ofBatch,
    refusals: ['BATCH_NOT_FOUND'],
  }),
  /**
   * The waiting room (候场), which settles eligibility before the release. A person may enter it repeatedly. `opensAt` is
   * when it opens for me, which may be later than for first-timers. `tag` stands for me on the posted board. `accepted` is the
   * print of the declaration that the person accepts with this call (`BatchCard.declarationPrint`). `later`: why it opens later
   * for me; `null` = first-timers go first, and I go with them. `not`: the
   * classes that are not for me; absent = all are.
   */
  'line.enter': endpoint<{
    opensAt: number;
    limit: number | null;
    held: number;
    tag: string;
    later?: Later | null;
    not?: string[];
  }>()({
    access: 'anyone',
    input: z.strictObject({ batchId: id, accepted: z.string().max(64).optional() }),
    refusals: [
      'BATCH_NOT_FOUND',
      'CLOSED',
      'PROFILE_MISSING',
      'MEMBERSHIP_UNSAID',
      'NOT_UNION_MEMBER',
      'EMPLOYER_NOT_INVITED',
      'DISTRICT_NOT_INVITED',
      'NOT_ACCEPTED',
    ],
  }),
  /** `tappedAt`: when the person tapped, by the server's clock as the phone knows it. It is the same at every try. */
  'line.claim': endpoint<Claimed>()({
    access: 'anyone',
    input: z.strictObject({ batchId: id, sectionId: id, tappedAt: instant.optional() }),
    refusals: [
      'BATCH_NOT_FOUND',
      'SECTION_NOT_FOUND',
      'SECTION_NOT_IN_BATCH',
      'SECTION_CANCELLED',
      'NOT_OPEN',
      'CLOSED',
      'FULL',
      'PROFILE_MISSING',
      'MEMBERSHIP_UNSAID',
      'NOT_UNION_MEMBER',
      'EMPLOYER_NOT_INVITED',
      'DISTRICT_NOT_INVITED',
      'SECTION_NOT_INVITED',
      'NOT_ACCEPTED',
      'CLASH',
      'LIMIT_REACHED',
      'LEFT_SINCE',
    ],
  }),
  /**
   * Leaves a line, whether seat or wait. Leaving twice is a quiet success (`left: null`). `late`: leave also after the
   * deadline, while the line still moves up; there is no blame if somebody takes the seat. `at`: the `at` of the place
   * that is meant, so that a drop which arrives late does not give up a place that was taken since.
   */
  'line.drop': endpoint<{ left: Place['state'] | null }>()({
    access: 'anyone',
    input: z.strictObject({ sectionId: id, late: z.boolean().optional(), at: instant.optional() }),
    refusals: ['SECTION_NOT_FOUND', 'DROP_CLOSED'],
  }),
  /** Where do I stand in this line? The app asks this after a time-out instead of guessing. */
  'line.place': endpoint<{ place: Place | null }>()({
    access: 'anyone',
    input: ofSection,
    refusals: ['SECTION_NOT_FOUND'],
  }),
  /** My places in batches that ended at most 90 days ago, by first lesson. `older`: there are more in `line.past`. */
  'line.mine': endpoint<{ places: MyPlace[]; older?: boolean }>()({ access: 'anyone', input: nothing, refusals: [] }),
  /** My places in older batches, a few batches per page, the last to end first. */
  'line.past': endpoint<PageOf<MyPlace>>()({ access: 'anyone', input: ofPage, refusals: [] }),
};
