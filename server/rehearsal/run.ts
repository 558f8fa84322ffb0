import type { KeptRehearsal } from '../../domain/model';
import { refuse } from '../../domain/base/refuse';
import { act, doneBefore } from '../record/act';
import { read } from '../base/database';
import { pause } from '../base/transaction';
import type { Run } from '../base/door';
import { batchToRehearse } from './batch-to-rehearse';
import { findOut } from './find-out';
import { shownRehearsal } from './last';

/** After a long computation, connections that were closed meanwhile must be noticed before one of them is used. */
const NOTICE_MS = 20;

/** 放号演练: computes, then stores the result and its line on the record in one transaction. */
export const run: Run<'rehearsal.run'> = async ({ input, memberId: by, now }) => {
  const { actId, batchId, people, profile } = input;
  const about = { actId, content: { batchId, people, profile }, act: 'rehearsal.run', by, now };
  const before = (await doneBefore(about)) && (await read('rehearsals', batchId));
  if (before) return { rehearsal: shownRehearsal(before) };
  const batch = await batchToRehearse(batchId);
  if (!batch) return refuse('BATCH_NOT_FOUND');
  if (batch.sections.length === 0) return refuse('NOTHING_TO_REHEARSE');
  const byName = (await read('members', by))?.name ?? '';

  const found = findOut(batch, people, profile);
  await pause(NOTICE_MS);
  if (!found) return refuse('REHEARSAL_TOO_LONG');

  const rehearsal: Omit<KeptRehearsal, '_id'> = { actId, at: now, by, byName, people, profile, ...found };
  const { label } = found.numbers.profile;
  const done = await act(about, async transaction => {
    await transaction.doc('rehearsals', batchId).set({ data: rehearsal });
    return { result: null, summary: `放号演练 ${people} 人，${label}：${found.sheet.title}`, batchId };
  });
  // The same act was sent again while the first was being computed. The result of the first is the same, so it is
  // returned.
  const kept = 'already' in done ? await read('rehearsals', batchId) : null;
  return { rehearsal: shownRehearsal(kept ?? { _id: batchId, ...rehearsal }) };
};
