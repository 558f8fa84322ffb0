import { isRefused } from '../../domain/base/refuse';
import type { Run } from '../base/door';
import { leaveLine } from './leave-line';

/** Gives a place back. Doing it twice is a quiet success. */
export const drop: Run<'line.drop'> = async ({ input: { sectionId, late, at }, memberId }) => {
  const left = await leaveLine(sectionId, memberId, { late, at });
  return isRefused(left) ? left : { left };
};
