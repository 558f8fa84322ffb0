import type { Batch, LineEntry, Member, NoticeKind, PushKind, Section, Standing, Telling, Words } from '../model';
import { reopenAt } from '../line/full-memory';
import { addressOf, attendeeOf, keyOf, promotionOf } from '../line/entry';
import { indexOf, isFull, isSeat, movedUp } from '../line/line';
import { placeAt } from '../line/place';
import type { Runner } from '../people/own';
import { wordsOf } from '../line/place-words';
import { kindWords } from '../batch/kind-words';
import { titleOf } from '../batch/title';
import { lectureMark } from '../lesson/lecture';

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
  /** For a substitute: everybody who is an instructor now. */
  instructors: readonly Pick<Member, '_id' | keyof Runner>[];
  /** For moving a lesson: somebody is marked on its roll, or was counted. */
  isCalled: boolean;
  /**
   * For a change of the line: the person whom it is about, their standing, and the classes in which they hold places.
   */
  member: Member | null;
  standing: Standing | null;
  held: readonly Section[];
}

/** Fields of a section to write. `undefined` takes a field away. */
export type Written = { [Field in keyof Section]?: Section[Field] | undefined };

/** The effect of a change. A dry run and the act use the same, so that a dry run tells the truth. */
export interface Effect {
  /** The sentence for the record: 名额从 30 改为 35. */
  summary: Words;
  before?: string;
  after?: string;
  memberId?: string;
  /** Fields to write, `undefined` to take one away; the revision grows with every change. */
  section?: Written;
  batch?: Partial<Batch>;
  standing?: Standing;
  /** Other classes that begin to clash with this one, and those that no longer do. */
  clashes?: { begin: string[]; end: string[] };
  /** Entries that have left the line. Their holds are to be given back after the act. */
  freed?: LineEntry[];
  tell: Telling[];
  /** The people who come, or came, and what changes for them. */
  affected: { memberId: string; text: string }[];
  warnings: string[];
}

/** 第 3 座, 候补第 1 位 */
export function placeWords(section: Section, index: number): string {
  const place = placeAt(section, index);
  return wordsOf(place).place(place.number);
}

/** If a full line takes people again, it opens at one instant for everybody (`full-memory.ts`). */
export const reopening = (before: Section, after: Section, now: number): Pick<Section, 'reopensAt'> | object =>
  isFull(before) && !isFull(after) ? { reopensAt: reopenAt(now) } : {};

/** The places that change in a way that matters to their people. Another seat number does not. */
export function moves(before: Section, after: Section): { entry: LineEntry; text: string }[] {
  return before.line.flatMap((entry, index) => {
    const to = indexOf(after, keyOf(entry));
    const was = placeWords(before, index);
    const is = to < 0 ? `退出${kindWords(before).it}` : placeWords(after, to);
    const stillSeated = isSeat(before, index) && isSeat(after, to);
    return stillSeated || was === is ? [] : [{ entry, text: `${was} → ${is}` }];
  });
}

export const whoMoves = (before: Section, after: Section): Effect['affected'] =>
  moves(before, after).map(({ entry, text }) => ({ memberId: attendeeOf(entry), text }));

/** The telling to send; empty if nobody is to be told. */
export function telling(
  section: Section,
  kind: NoticeKind,
  to: Telling['to'],
  said: { text?: string; push: PushKind | null; lessonAt: number | null },
): Telling[] {
  const { text, push, lessonAt } = said;
  const about = {
    kind,
    sectionId: section._id,
    batchId: section.batchId,
    title: titleOf(section),
    ...lectureMark(section),
    to,
    push,
    lessonAt,
  };
  return to.length === 0 ? [] : [text === undefined ? about : { ...about, text }];
}

/** The holders of these places. */
export const holdersOf = (line: readonly LineEntry[]): Telling['to'] => line.map(addressOf);

/** The holders of the places that move up to a seat. Each telling names its place, so that it is told once. */
export const promotedBy = (before: Section, after: Section): Telling['to'] => movedUp(before, after).map(promotionOf);
