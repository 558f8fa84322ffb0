import type { ChangeEffect } from '../../domain/api';
import type { ChangeView, Effect, Written } from '../../domain/change/change-effect';
import { decideSectionChange, type ChangeRefusal, type SectionChange } from '../../domain/change/decide-change';
import { isRefused, type Refused } from '../../domain/base/refuse';
import { said } from '../../domain/record/said';
import { titleOf } from '../../domain/batch/title';
import { act, doneBefore, type Act, type Done } from '../record/act';
import { _, read } from '../base/database';
import type { Transaction } from '../base/transaction';
import { afterwards } from './afterwards';
import { answerAgain, answerFor } from './answer';
import { look, type Get } from './look';

type No = ChangeRefusal | Refused<'SECTION_NOT_FOUND'>;

/**
 * A change of one class. It is decided twice. The first decision reads what is there. A dry run needs no more, and a
 * refusal does not hold up a line in a rush. The second decision is made inside the transaction that writes the change,
 * with the sections locked.
 */
export async function changeSection(about: Act, change: SectionChange, dryRun: boolean): Promise<ChangeEffect | No> {
  const expected = await decide(read, change, about.reason);
  if (isRefused(expected)) {
    const before = dryRun ? null : await doneBefore(about);
    return before ? answerAgain(before, about.now) : expected;
  }
  if (dryRun) return answerFor(expected.effect, false);

  const { begin = [], end = [] } = expected.effect.clashes ?? {};
  const done = await act({ ...about, lock: [change.sectionId, ...begin, ...end] }, async transaction => {
    const decided = await decide(
      (name, id) =>
        transaction
          .doc(name, id)
          .get()
          .then(({ data }) => data),
      change,
      about.reason,
    );
    if (isRefused(decided)) return decided;
    await write(transaction, decided);
    return recorded(decided);
  });
  if (isRefused(done)) return done;
  if ('already' in done) return answerAgain(done.already, about.now);
  await afterwards(done.result.view.section, done.result.effect, done.outgoing);
  return answerFor(done.result.effect, true);
}

interface Decided {
  view: ChangeView;
  effect: Effect;
}

async function decide(get: Get, change: SectionChange, reason?: string): Promise<Decided | No> {
  const view = await look(get, change);
  if (isRefused(view)) return view;
  const effect = decideSectionChange(view, change, reason);
  return isRefused(effect) ? effect : { view, effect };
}

function recorded(decided: Decided): Done<Decided> {
  const { section } = decided.view;
  const { _id: sectionId, batchId } = section;
  const { before, after, memberId, tell } = decided.effect;
  // The record covers all classes, so each line names its class.
  const summary = said`${titleOf(section)}：${decided.effect.summary}`;
  return { result: decided, summary, before, after, memberId, tell, sectionId, batchId };
}

/** Uses `doc()` operations only, as a transaction requires. */
async function write(transaction: Transaction, { view, effect }: Decided): Promise<void> {
  const { _id, batchId } = view.section;
  if (effect.section) await transaction.doc('sections', _id).update({ data: fieldsOf(effect.section) });
  if (effect.batch) await transaction.doc('batches', batchId).update({ data: { ...effect.batch } });
  if (effect.standing) await transaction.put('standings', effect.standing);
  for (const id of effect.clashes?.begin ?? []) await noteClash(transaction, id, _.addToSet(_id));
  for (const id of effect.clashes?.end ?? []) await noteClash(transaction, id, _.pull(_id));
}

const noteClash = (transaction: Transaction, id: string, clashIds: unknown) =>
  transaction.doc('sections', id).update({ data: { clashIds, revision: _.inc(1) } });

/** A list is replaced as a whole. */
const fieldsOf = (section: Written): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(section).map(([field, value]) => [
      field,
      value === undefined ? _.remove() : Array.isArray(value) ? _.set(value) : value,
    ]),
  );
