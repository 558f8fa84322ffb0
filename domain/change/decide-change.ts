import type { Change, ChangeKind } from './change';
import type { Batch } from '../model';
import { lifeOf, mayChange } from '../batch/batch-life';
import { archive, changeClosing } from './change-batch';
import { cancelSection } from './change-cancel';
import { changeInstructor, changePlace } from './change-details';
import { changeDoor } from './change-door';
import type { ChangeView } from './change-effect';
import { changeBring, changeTopic } from './change-facts';
import { addLesson, cancelLesson, moveLesson } from './change-lessons';
import { addPerson, movePerson, removePerson } from './change-people';
import { substitute } from './substitute';
import { changeCapacity, changeWaitlist } from './change-size';
import { refuse, type Refused } from '../base/refuse';

export type BatchChange = Extract<Change, { batchId: string }>;
export type SectionChange = Exclude<Change, BatchChange>;

const WITH_REASON: readonly ChangeKind[] = ['cancelLesson', 'cancelSection', 'addPerson', 'movePerson', 'removePerson'];

/**
 * Must staff give a reason? A reason is required if the change takes something away or touches the order of a line. A
 * dry run requires none.
 */
export const wantsReason = (kind: ChangeKind): boolean => WITH_REASON.includes(kind);

/** Returns the effect of a change of the batch as a whole, or the refusal. */
export function decideBatchChange(now: number, batch: Batch, change: BatchChange) {
  const may = mayChange(change.kind, lifeOf(batch, now));
  if (may !== true) return may;
  return change.kind === 'archive' ? archive() : changeClosing(batch, change, now);
}

/**
 * Returns the effect of a change of one class, or the refusal. `reason` is the reason that staff give; the class reads
 * some of them.
 */
export function decideSectionChange(view: ChangeView, change: SectionChange, reason = '') {
  const may = mayChange(change.kind, lifeOf(view.batch, view.now));
  if (may !== true) return may;
  if (view.section.anonymousAt !== undefined)
    return refuse('CHANGE_NOT_NOW', { text: '这个班已经过去三年，名字都去掉了，不能再改' });
  if (view.section.cancelledAt !== undefined) return refuse('CHANGE_NOT_NOW', { text: '这个班已经取消，不能再改' });
  return decide(view, change, reason);
}

/** All refusals of a change. */
export type ChangeRefusal = Extract<
  ReturnType<typeof decideBatchChange> | ReturnType<typeof decideSectionChange>,
  Refused
>;

function decide(view: ChangeView, change: SectionChange, reason: string) {
  switch (change.kind) {
    case 'capacity':
      return changeCapacity(view, change);
    case 'waitlist':
      return changeWaitlist(view, change);
    case 'place':
      return changePlace(view, change);
    case 'instructor':
      return changeInstructor(view, change);
    case 'bring':
      return changeBring(view, change);
    case 'openDoor':
      return changeDoor(view, change);
    case 'topic':
      return changeTopic(view, change);
    case 'moveLesson':
      return moveLesson(view, change);
    case 'cancelLesson':
      return cancelLesson(view, change, reason);
    case 'addLesson':
      return addLesson(view, change);
    case 'substitute':
      return substitute(view, change);
    case 'cancelSection':
      return cancelSection(view);
    case 'addPerson':
      return addPerson(view, change);
    case 'movePerson':
      return movePerson(view, change);
    case 'removePerson':
      return removePerson(view, change);
  }
}
