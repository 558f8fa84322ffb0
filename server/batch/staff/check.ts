import { healAndCheck } from '../../line/heal-and-check';
import type { Run } from '../../base/door';

/** Runs the nightly check now. */
export const check: Run<'staff.check'> = async ({ now }) => ({ report: await healAndCheck(now) });
