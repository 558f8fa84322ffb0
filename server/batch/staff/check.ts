import { healAndCheck } from '../../line/heal-and-check';
import type { Run } from '../../base/door';

/** The nightly check, now instead of at night. */
export const check: Run<'staff.check'> = async ({ now }) => ({ report: await healAndCheck(now) });
