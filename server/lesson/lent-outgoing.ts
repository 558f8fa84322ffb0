import { dateText, timeText } from '../../domain/base/clock';
import type { Lesson, Outgoing } from '../../domain/model';
import { addressFor } from '../../domain/line/entry';
import { titleOf } from '../../domain/batch/title';
import { tellNow } from '../telling/deliver';
import type { LessonOf } from './lesson-of';

/**
 * The notice that somebody was lent a seat. It is written together with the lending. The holder of their place in the
 * line is told.
 */
export const lentOutgoing = (about: LessonOf, to: string | null, now: number): Outgoing | undefined =>
  to === null ? undefined : naming(about, to, [about.lesson], now);

/**
 * Seats of several lessons that are lent one after the other, at `now`. Somebody who is lent more than one is told
 * once, of all of them: each lending writes the same outgoing again and names one lesson more.
 */
export class Lendings {
  /** By the id of the outgoing. */
  private readonly lent = new Map<string, { first: LessonOf; lessons: Lesson[]; outgoing: Outgoing }>();

  constructor(private readonly now: number) {}

  /** The outgoing to write with one more lending. It counts once `add` is told that it was written. */
  outgoing(about: LessonOf, to: string | null): Outgoing | undefined {
    if (to === null) return undefined;
    const before = [...this.lent.values()].find(one => one.outgoing._id === idOf(one.first, to, this.now));
    if (!before) return lentOutgoing(about, to, this.now);
    // More lessons may follow, and the timer leaves an outgoing alone for some seconds after it was written.
    return { ...naming(before.first, to, [...before.lessons, about.lesson], this.now), createdAt: Date.now() };
  }

  add(about: LessonOf, outgoing: Outgoing | undefined): void {
    if (!outgoing) return;
    const { first = about, lessons = [] } = this.lent.get(outgoing._id) ?? {};
    this.lent.set(outgoing._id, { first, lessons: [...lessons, about.lesson], outgoing });
  }

  /** Tells everybody. If a crash comes before this, the timer tells them. */
  async tell(): Promise<void> {
    for (const { outgoing } of this.lent.values()) await tellNow(outgoing);
  }
}

const idOf = ({ roll }: LessonOf, to: string, now: number): string => `lent-${roll._id}-${to}-${now}`;

function naming(about: LessonOf, to: string, lessons: readonly Lesson[], now: number): Outgoing {
  const { section } = about;
  const starts = lessons.map(lesson => lesson.startsAt).sort((a, b) => a - b);
  const when = starts.map(at => `${dateText(at)} ${timeText(at)}`).join('、');
  const which = starts.length === 1 ? '这一次' : `这 ${starts.length} 次`;
  return {
    _id: idOf(about, to, now),
    kind: 'LENT',
    sectionId: section._id,
    batchId: section.batchId,
    title: titleOf(section),
    text: `${when} 有人请假，${which}课的座位留给您。来不了请让给下一位，不影响候补。`,
    to: [addressFor(section, to)],
    push: 'promoted',
    lessonAt: starts[0] ?? null,
    createdAt: now,
    doneAt: null,
  };
}
