import type { Batch, LineEntry, Member, NoticeKind, PushKind, Section, Standing, Telling, Words } from '../model';
import { reopenAt } from '../line/full-memory';
import { indexOf, isFull, isSeat } from '../line/line';
import { placeAt } from '../line/place';
import { titleOf } from '../batch/title';

/** The part of another class of a live batch that a change needs. */
export type Neighbour = Pick<
  Section,
  '_id' | 'batchId' | 'course' | 'name' | 'instructor' | 'place' | 'lessons' | 'line' | 'cancelledAt'
>;

/** The facts that a change of a class is decided on. */
export interface ChangeView {
  now: number;
  batch: Batch;
  section: Section;
  /** The other classes of live batches, for a change of lessons, room or instructor. */
  neighbours: readonly Neighbour[];
  /**
   * For a change of the line: the person whom it is about, their standing, and the classes in which they hold places.
   */
  member: Member | null;
  standing: Standing | null;
  held: readonly Section[];
}

/** The effect of a change. A dry run and the act use the same, so that a dry run tells the truth. */
export interface Effect {
  /** The sentence for the record: 名额从 30 改为 35. */
  summary: Words;
  before?: string;
  after?: string;
  memberId?: string;
  /** Fields to write; the revision grows with every change. */
  section?: Partial<Section>;
  batch?: Partial<Batch>;
  standing?: Standing;
  /** Other classes that begin to clash with this one, and those that no longer do. */
  clashes?: { begin: string[]; end: string[] };
  /** Entries that have left the line. Their holds are to be given back after the act. */
  freed?: LineEntry[];
  tell: Telling[];
  affected: { memberId: string; text: string }[];
  warnings: string[];
}

/** 第 3 座, 候补第 1 位 */
export function placeWords(section: Section, index: number): string {
  const { state, number } = placeAt(section, index);
  return state === 'SEATED' ? `第 ${number} 座` : `候补第 ${number} 位`;
}

/** If a full line takes people again, it opens at one instant for everybody (`full-memory.ts`). */
export const reopening = (before: Section, after: Section, now: number): Pick<Section, 'reopensAt'> | object =>
  isFull(before) && !isFull(after) ? { reopensAt: reopenAt(now) } : {};

/** The people whose place changes in a way that matters to them. Another seat number does not. */
export function whoMoves(before: Section, after: Section): Effect['affected'] {
  return before.line.flatMap(({ memberId }, index) => {
    const to = indexOf(after, memberId);
    const was = placeWords(before, index);
    const is = to < 0 ? '退出这个班' : placeWords(after, to);
    const stillSeated = isSeat(before, index) && isSeat(after, to);
    return stillSeated || was === is ? [] : [{ memberId, text: `${was} → ${is}` }];
  });
}

/** The telling to send; empty if nobody is to be told. */
export function telling(
  section: Section,
  kind: NoticeKind,
  to: Telling['to'],
  said: { text?: string; push: PushKind | null; lessonAt: number | null },
): Telling[] {
  const { text, push, lessonAt } = said;
  const about = { kind, sectionId: section._id, batchId: section.batchId, title: titleOf(section), to, push, lessonAt };
  return to.length === 0 ? [] : [text === undefined ? about : { ...about, text }];
}

/** Everybody in the line, whether they have a seat or wait. */
export const everybodyIn = (section: Section): Telling['to'] => section.line.map(({ memberId }) => ({ memberId }));
