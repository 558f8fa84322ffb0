import * as z from 'zod';
import { LENGTH } from '../bounds';
import type { NextStep } from '../rating/next-step';
import { CHIPS, STARS } from '../rating/rating';
import type { Shown, ShownText } from '../rating/shown';
import { RUNNERS, STAFF, actId, endpoint, id, nothing, ofBatch, ofSection, words } from './endpoint';

/** A class that I came to and that can be rated now, or that I have rated. */
export interface MyRating {
  sectionId: string;
  course: string;
  name: string;
  /** It can be rated until then. */
  until: number;
  given: boolean;
}

/** The ratings of one class. Nothing is said before the window is over, nor of fewer than five. */
export interface ClassRatings {
  /** When it can be rated; `null` = it had no lesson. */
  window: { from: number; until: number } | null;
  shown: Shown | null;
  /** In an order that says nothing. */
  texts: ShownText[];
}

export interface RatedClass extends ClassRatings {
  sectionId: string;
  batchId: string;
  batchTitle: string;
  course: string;
  name: string;
  instructor: string;
  organisation: string;
}

/** A batch, a course or an organisation, and the sum of its classes that are shown. */
export interface RatingGroup {
  /** The id of a batch; otherwise the name. */
  key: string;
  title: string;
  sum: Shown | null;
}

export interface RatingOverview {
  /** Those that ended lately, and all whose results are shown; the last to end first. */
  batches: RatingGroup[];
  /** Most ratings first. */
  courses: RatingGroup[];
  organisations: RatingGroup[];
}

export interface RatingResults {
  sum: Shown | null;
  /** Of a batch all its classes; of a course or an organisation those whose results are shown. */
  classes: RatedClass[];
}

/** A suggestion for one course, with the numbers that it rests on in words. */
export interface NextTime {
  course: string;
  step: NextStep;
  text: string;
}

export const RATING = {
  /** The classes that I may rate now, and those of them that I have rated. */
  'rating.mine': endpoint<{ ratings: MyRating[] }>()({ access: 'anyone', input: nothing, refusals: [] }),
  /**
   * Rates a class, once and for good. `already`: it was rated before, and nothing was added. Nobody can know whether the
   * words are the same.
   */
  'rating.give': endpoint<{ already: boolean }>()({
    access: 'anyone',
    input: z.strictObject({
      sectionId: id,
      stars: z.literal(STARS),
      chips: z.array(z.enum(CHIPS)).max(CHIPS.length),
      text: words(LENGTH.ratingText),
    }),
    refusals: ['SECTION_NOT_FOUND', 'RATING_NOT_YET', 'RATING_OVER', 'NOT_ATTENDED', 'TEXT_RISKY'],
  }),
  /** The ratings of a class that the caller runs. */
  'rating.own': endpoint<ClassRatings>()({ access: RUNNERS, input: ofSection, refusals: ['SECTION_NOT_FOUND'] }),
  /** The batches, courses and organisations whose ratings can be read. */
  'rating.overview': endpoint<RatingOverview>()({ access: STAFF, input: nothing, refusals: [] }),
  /** `key`: the id of a batch, or the name of a course or an organisation. */
  'rating.results': endpoint<RatingResults>()({
    access: STAFF,
    input: z.strictObject({ by: z.enum(['batch', 'course', 'organisation']), key: words(LENGTH.query * 2, 1) }),
    refusals: [],
  }),
  /** Hides a text from the instructor. On the record, without the text. */
  'rating.hide': endpoint<{ sectionId: string }>()({
    access: STAFF,
    input: z.strictObject({ actId, sectionId: id, key: id, reason: words(LENGTH.reason, 1) }),
    refusals: ['SECTION_NOT_FOUND', 'CHANGE_NOT_NOW'],
  }),
  /** Suggestions for the next time, course by course, for a batch that is copied. */
  'rating.next': endpoint<{ courses: NextTime[] }>()({ access: STAFF, input: ofBatch, refusals: ['BATCH_NOT_FOUND'] }),
};
