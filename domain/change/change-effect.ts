import type { Batch, LineEntry, Member, NoticeKind, PushKind, Section, Standing, Telling, Words } from '../model';
import { reopenAt } from '../line/full-memory';
import { indexOf, isFull, isSeat } from '../line/line';
import { placeAt } from '../line/place';
import { titleOf } from '../batch/title';

/** As much of another class of a live batch as a change needs. */
export type Neighbour = Pick<
  Section,
  '_id' | 'batchId' | 'course' | 'name' | 'instructor' | 'place' | 'lessons' | 'line' | 'cancelledAt'
>;

/** What a change of a class is decided on. */
export interface ChangeView {
  now: number;
  batch: Batch;
  section: Section;
  /** The other classes of live batches; for a change of lessons, of the room, of the instructor. */
  neighbours: readonly Neighbour[];
  /** The person whom it is about, their standing, and the classes that they hold places in; for a change of the line. */
  member: Member | null;
  standing: Standing | null;
  held: readonly Section[];
}

/** What a change does. The same for a dry run and for the act, so that a dry run tells the truth. */
export interface Effect {
  /** For the record: 名额从 30 改为 35. */
  summary: Words;
  before?: string;
  after?: string;
  memberId?: string;
  /** Fields to write; the revision grows with every change. */
  section?: Partial<Section>;
  batch?: Partial<Batch>;
  standing?: Standing;
  /** Other classes that clash with this one from now on, and those that no longer do. */
  clashes?: { begin: string[]; end: string[] };
  /** Entries that are gone from the line and whose holds are to be given back after the act. */
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

/** Where a line that was full takes people again, it does so at one instant for everybody (`full-memory.ts`). */
export const reopening = (before: Section, after: Section, now: number): Pick<Section, 'reopensAt'> | object =>
  isFull(before) && !isFull(after) ? { reopensAt: reopenAt(now) } : {};

/** Who goes from one place to another that matters to them. That a seat has another number does not. */
export function whoMoves(before: Section, after: Section): Effect['affected'] {
  return before.line.flatMap(({ memberId }, index) => {
    const to = indexOf(after, memberId);
    const was = placeWords(before, index);
    const is = to < 0 ? '退出这个班' : placeWords(after, to);
    const stillSeated = isSeat(before, index) && isSeat(after, to);
    return stillSeated || was === is ? [] : [{ memberId, text: `${was} → ${is}` }];
  });
}

/** Nothing where nobody is to be told. */
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
