import type { Lesson, Section } from '../model';
import { heldLessons } from '../lesson/held-lessons';

/** Lessons are half-open: one that ends at 20:30 does not clash with one that starts at 20:30. Travel is not counted. */
export const lessonsOverlap = (a: Lesson, b: Lesson): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** True where at least one lesson of the one really overlaps one of the other; a cancelled one is none. */
export function schedulesClash(one: readonly Lesson[], other: readonly Lesson[]): boolean {
  const a = heldLessons(one);
  const b = heldLessons(other);
  let i = 0;
  let j = 0;
  for (let left = a[i], right = b[j]; left && right; left = a[i], right = b[j]) {
    if (lessonsOverlap(left, right)) return true;
    if (left.endsAt <= right.startsAt) i += 1;
    else j += 1;
  }
  return false;
}

/** For each section the ids of those it clashes with, across batches, symmetric, in the order given. */
export function clashIdsOf(sections: readonly Pick<Section, '_id' | 'lessons'>[]): Map<string, string[]> {
  const ids = new Map<string, string[]>(sections.map(section => [section._id, []]));
  sections.forEach((a, index) => {
    for (const b of sections.slice(index + 1)) {
      if (!schedulesClash(a.lessons, b.lessons)) continue;
      ids.get(a._id)?.push(b._id);
      ids.get(b._id)?.push(a._id);
    }
  });
  return ids;
}
