import type { Outgoing } from '../../domain/model';
import { emptyRoll, type Roll } from '../../domain/roll/roll';
import { foundBy } from '../../domain/roll/found-by';
import { isRefused, type Refused } from '../../domain/base/refuse';
import { _ } from '../base/database';
import type { LessonOf } from '../lesson/lesson-of';
import { transact, type Transaction } from '../base/transaction';

/** The result of a decision about a roll: the new roll, and whom to tell because of it. */
export interface RollChange {
  roll: Roll;
  outgoing?: Outgoing | undefined;
}

/**
 * Decides about a roll and writes the changes and the notices in one transaction. It is for decisions that must see the
 * whole roll, as lending a seat must. `null` = nothing to do. If marks arrive meanwhile, it decides again.
 */
export async function changeRoll<R extends Refused>(
  about: LessonOf,
  decide: (roll: Roll) => RollChange | null | R,
): Promise<RollChange | null | R> {
  let without: R | null = null;
  const changed = await transact(async transaction => {
    const found = await rollIn(transaction, about);
    const decided = decide(found.before);
    if (decided === null || isRefused(decided)) return void (without = decided as R | null);
    await writeRoll(transaction, found, decided.roll);
    if (decided.outgoing) await transaction.put('outbox', decided.outgoing);
    return decided;
  });
  return changed ?? without;
}

/** A roll as the transaction sees it; `there` is false if the document does not exist yet. */
export async function rollIn(
  transaction: Transaction,
  { section, lesson, roll }: LessonOf,
): Promise<{ before: Roll; there: boolean }> {
  const { data } = await transaction.doc('rolls', roll._id).get();
  return { before: data ?? emptyRoll(section, roll.lessonIndex, lesson), there: data !== null };
}

/** Writes the fields that changed, if any. A roll that did not exist is written whole. */
export async function writeRoll(
  transaction: Transaction,
  { before, there }: { before: Roll; there: boolean },
  decided: Roll,
): Promise<void> {
  const after = { ...decided, ...foundBy(decided) };
  if (!there) return void (await transaction.put('rolls', after));
  const changed = Object.entries(after).filter(([field, value]) => value !== before[field as keyof Roll]);
  // The database refuses an empty update.
  if (changed.length === 0) return;
  await transaction
    .doc('rolls', after._id)
    .update({ data: Object.fromEntries(changed.map(([field, value]) => [field, whole(value)])) });
}

/** Lists and maps are replaced, not merged. */
const whole = (value: unknown) => (typeof value === 'object' && value !== null ? _.set(value) : value);
