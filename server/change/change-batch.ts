import type { ChangeEffect } from '../../domain/api';
import type { Batch } from '../../domain/model';
import { decideBatchChange, type BatchChange, type ChangeRefusal } from '../../domain/change/decide-change';
import { isRefused, refuse, type Refused } from '../../domain/base/refuse';
import { act, doneBefore, type Act } from '../record/act';
import { _, read, updateAll } from '../base/database';
import { answerAgain, answerFor } from './answer';

type No = ChangeRefusal | Refused<'BATCH_NOT_FOUND'>;

/**
 * A change of the batch as a whole. Each class has a copy of the closing for its claims. The classes get it first and
 * the batch last. So a change that a crash left half-done counts as not done, and the same act again completes it.
 */
export async function changeBatch(about: Act, change: BatchChange, dryRun: boolean): Promise<ChangeEffect | No> {
  const { batchId } = change;
  const expected = decide(await read('batches', batchId), change);
  if (isRefused(expected)) {
    const before = dryRun ? null : await doneBefore(about);
    return before ? answerAgain(before, about.now) : expected;
  }
  if (dryRun) return answerFor(expected, false);

  if (change.kind === 'closesAt') await copyClosing(batchId, change.closesAt);
  const done = await act(about, async transaction => {
    const batch = transaction.doc('batches', batchId);
    const effect = decide((await batch.get()).data, change);
    if (isRefused(effect)) return effect;
    await batch.update({ data: { ...effect.batch } });
    return { result: effect, summary: effect.summary, before: effect.before, after: effect.after, batchId };
  });
  // If two closings are set at once, the batch has the later one, so its classes must get that one too.
  const now = await read('batches', batchId);
  if (now && change.kind === 'closesAt') await copyClosing(batchId, now.closesAt);
  if (isRefused(done)) return done;
  return 'already' in done ? answerAgain(done.already, about.now) : answerFor(done.result, true);
}

const decide = (batch: Batch | null, change: BatchChange) =>
  batch ? decideBatchChange(Date.now(), batch, change) : refuse('BATCH_NOT_FOUND');

const copyClosing = (batchId: string, closesAt: number) =>
  updateAll('sections', { batchId, closesAt: _.neq(closesAt) }, { closesAt, revision: _.inc(1) });
