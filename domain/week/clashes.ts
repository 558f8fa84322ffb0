import { usesOf, type ClassInUse, type Use } from './class-in-use';

/** A class of a clash, and where staff find it. */
export type ClashingClass = Pick<ClassInUse, 'course' | 'name' | 'batchId' | 'batchTitle' | 'sectionId'>;

/** Two classes that need one room or one person at the same time. */
export interface Clash {
  /** The beginning of the first lesson at which they do. */
  at: number;
  uses: Pick<Use, 'kind' | 'name'>[];
  one: ClashingClass;
  other: ClashingClass;
}

/**
 * The pairs of classes that clash in a lesson that begins at `from` or later, the earliest first. Each pair is listed
 * once, with every room and person that they share at that first time.
 */
export function clashesOf(classes: readonly ClassInUse[], from: number): Clash[] {
  const pairs = new Map<string, Clash>();
  for (const { kind, name, lessons } of used(classes, from).values()) {
    lessons.sort((a, b) => a.startsAt - b.startsAt);
    let running: typeof lessons = [];
    for (const lesson of lessons) {
      running = running.filter(other => other.endsAt > lesson.startsAt);
      for (const other of running) {
        if (other.index === lesson.index) continue;
        const [first, second] = [Math.min(other.index, lesson.index), Math.max(other.index, lesson.index)];
        const [one, another] = [classes[first], classes[second]];
        if (one && another) note(pairs, `${first} ${second}`, lesson.startsAt, { kind, name }, [one, another]);
      }
      running.push(lesson);
    }
  }
  return [...pairs.values()].sort((a, b) => a.at - b.at);
}

interface Using extends Pick<Use, 'kind' | 'name'> {
  lessons: { startsAt: number; endsAt: number; index: number }[];
}

function used(classes: readonly ClassInUse[], from: number): Map<string, Using> {
  const all = new Map<string, Using>();
  for (const [index, one] of classes.entries())
    for (const { kind, name, key } of usesOf(one)) {
      const known = all.get(key) ?? { kind, name, lessons: [] };
      all.set(key, known);
      for (const { startsAt, endsAt, cancelled } of one.lessons)
        if (!cancelled && startsAt >= from) known.lessons.push({ startsAt, endsAt, index });
    }
  return all;
}

function note(
  pairs: Map<string, Clash>,
  key: string,
  at: number,
  use: Clash['uses'][number],
  [one, other]: readonly [ClassInUse, ClassInUse],
): void {
  const known = pairs.get(key);
  if (!known || at < known.at) pairs.set(key, { at, uses: [use], one: clashing(one), other: clashing(other) });
  else if (at === known.at && !known.uses.some(({ kind, name }) => kind === use.kind && name === use.name))
    known.uses.push(use);
}

const clashing = ({ course, name, batchId, batchTitle, sectionId }: ClassInUse): ClashingClass => ({
  course,
  name,
  batchId,
  batchTitle,
  ...(sectionId === undefined ? {} : { sectionId }),
});

/** `同一间教室（205室）、同一位老师（李文秀）` */
export const sharedWords = ({ uses }: Pick<Clash, 'uses'>): string =>
  uses.map(({ kind, name }) => (kind === 'room' ? `同一间教室（${name}）` : `同一位老师（${name}）`)).join('、');
