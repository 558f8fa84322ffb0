import { defineFunction } from '../door';
import { closeOldLessons } from '../close-lesson';
import { forgetFollows } from '../forget-follows';
import { healAndCheck } from '../heal-and-check';

/** No endpoints: only the platform's timer (config.json) gets in. */
export const main = defineFunction('nightly', {}, async now => {
  const report = await healAndCheck(now);
  await closeOldLessons(Date.now());
  await forgetFollows(Date.now());
  return report;
});
