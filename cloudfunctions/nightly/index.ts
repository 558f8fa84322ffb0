import { closeOldLessons } from '../../server/attendance/close-lesson';
import { defineFunction } from '../../server/base/door';
import { closeBooks } from '../../server/rating/close-books';
import { tellRatings } from '../../server/rating/tell-ratings';
import { healAndCheck } from '../../server/line/heal-and-check';
import { retire } from '../../server/privacy/retire/retire';
import { makeSumsAtNight } from '../../server/report/nightly';

async function everyNight(now: number) {
  const report = await healAndCheck(now);
  await closeOldLessons(report._id, Date.now());
  await tellRatings(Date.now());
  await closeBooks(Date.now());
  await makeSumsAtNight(Date.now());
  const retired = await retire(report._id, Date.now());
  return Object.keys(retired).length > 0 ? { ...report, retired } : report;
}

/** No endpoints: only the platform's timer (config.json) gets in. */
export const main = defineFunction('nightly', {}, { onTimer: everyNight });
