import type { Run } from '../base/door';
import { wantsReason } from '../../domain/change/decide-change';
import { refuse } from '../../domain/base/refuse';
import { changeBatch } from './change-batch';
import { changeSection } from './change-section';

/** Makes one change to what is published. A dry run takes the same decision and writes nothing. */
export const make: Run<'change.make'> = async ({ input: { change, actId, reason, dryRun }, memberId, now }) => {
  if (!dryRun && !reason && wantsReason(change.kind)) return refuse('REASON_MISSING');
  const about = { actId, content: change, act: `change.${change.kind}`, by: memberId, now, reason };
  return 'batchId' in change ? changeBatch(about, change, dryRun) : changeSection(about, change, dryRun);
};
