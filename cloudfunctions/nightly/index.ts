import { closeOldLessons } from '../close-lesson';
import { defineFunction } from '../door';
import { healAndCheck } from '../heal-and-check';
import { retire } from '../retire/retire';

/** No endpoints: only the platform's timer (config.json) gets in. */
export const main = defineFunction('nightly', {}, async now => {
  const report = await healAndCheck(now);
  await closeOldLessons(Date.now());
  const retired = await retire(report._id, Date.now());
  return Object.keys(retired).length > 0 ? { ...report, retired } : report;
});
