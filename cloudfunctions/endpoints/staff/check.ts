import { healAndCheck } from '../../heal-and-check';
import type { Run } from '../../door';

/** The check of feature 46, now instead of at night. */
export const check: Run<'staff.check'> = async ({ now }) => ({ report: await healAndCheck(now) });
