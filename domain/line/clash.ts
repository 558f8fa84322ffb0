import type { Lesson, Section } from '../model';
import { heldLessons } from '../lesson/held-lessons';

/** Lessons are half-open: one that ends at 20:30 does not clash with one that starts at 20:30. Travel is not counted. */
export const lessonsOverlap = (a: Lesson, b: Lesson): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** True if at least one lesson of the one overlaps a lesson of the other. Cancelled lessons do not count. */
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

/**
 * For each section, the ids of the sections it clashes with. Clashes count across batches and are symmetric; the order
 * is the one given.
 */
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
