import { randomBytes } from 'node:crypto';
import { isRefused, refuse, type Refused } from '../../domain/base/refuse';
import type { Section } from '../../domain/model';
import { mayRate } from '../../domain/rating/may-rate';
import { MOST_RATERS, type RatingBook, type Sheet } from '../../domain/rating/rating';
import { ratingWindow, refuseOutside, windowOf, type Window } from '../../domain/rating/window';
import { addOnce } from '../base/add-once';
import { riskyOf } from '../base/check-text';
import { _, read, updateWhere } from '../base/database';
import type { Run } from '../base/door';
import { myRolls } from '../roll/my-rolls';

/** A book is made by one of those who rate first. The others then find it. */
const MOST_TRIES = 3;

/**
 * Rates a class. Two reads say whether the person may, and one write does it. Who has rated and what was said go into
 * two lists; a random key decides the place of the second, so that the lists cannot be laid side by side. Nothing of the
 * input is logged here, and there is no id of the act, because either would tie a person to a sheet.
 */
export const give: Run<'rating.give'> = async ({ input, memberId, openid, now }) => {
  const { sectionId, stars, chips, text } = input;
  const [section, rolls] = await Promise.all([read('sections', sectionId), myRolls([sectionId], memberId)]);
  if (!section) return refuse('SECTION_NOT_FOUND');
  const window = await openWindow(section, now);
  if (isRefused(window)) return window;
  if (!mayRate(rolls, memberId)) return refuse('NOT_ATTENDED');
  if ((await riskyOf(openid, 'comment', { text })).length > 0) return refuse('TEXT_RISKY');
  const sheet = { key: keyOf(), stars, chips: [...new Set(chips)], ...(text ? { text } : {}) };
  return add(section, window, memberId, sheet);
};

const keyOf = () => randomBytes(16).toString('hex');

/** The window of a class that can be rated now. The book is looked at only if the class itself says no. */
async function openWindow(section: Section, now: number): Promise<Window | Refused<'RATING_NOT_YET' | 'RATING_OVER'>> {
  const window = ratingWindow(section);
  const refusal = refuseOutside(window, now);
  if (!refusal && window) return window;
  const said = windowOf(section, await read('ratings', section._id));
  return refuseOutside(said, now) ?? said ?? refuse('RATING_NOT_YET', { from: null });
}

async function add(
  section: Section,
  window: Window,
  memberId: string,
  sheet: Sheet,
): Promise<{ already: boolean } | Refused<'RATING_OVER'>> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if (await push(section._id, window, memberId, sheet)) return { already: false };
    const book = await read('ratings', section._id);
    if (book?.raters.includes(memberId)) return { already: true };
    if (book && isShut(book)) return refuse('RATING_OVER', { until: book.closesAt });
    // Otherwise somebody else has made it in between, and the next try adds to it.
    if (!book && (await addOnce('ratings', firstBook(section, window, memberId, sheet)))) return { already: false };
  }
  return refuse('RATING_OVER', { until: window.until });
}

const isShut = ({ came, raterCount }: RatingBook): boolean => came !== null || raterCount >= MOST_RATERS;

/** One guarded write: the rater at the end of one list, the sheet at a random place of the other. */
const push = (sectionId: string, { until }: Window, memberId: string, sheet: Sheet): Promise<boolean> =>
  updateWhere(
    'ratings',
    {
      _id: sectionId,
      raters: _.neq(memberId),
      raterCount: _.lt(MOST_RATERS),
      came: null,
    },
    {
      raters: _.push([memberId]),
      raterCount: _.inc(1),
      sheets: _.push({ each: [sheet], sort: { key: 1 } }),
      closesAt: _.max(until),
    },
  );

const firstBook = (
  { _id, batchId, course, organisation, instructor }: Section,
  { until }: Window,
  memberId: string,
  sheet: Sheet,
): RatingBook => ({
  _id,
  batchId,
  course,
  organisation,
  instructor,
  raters: [memberId],
  raterCount: 1,
  sheets: [sheet],
  closesAt: until,
  came: null,
});
