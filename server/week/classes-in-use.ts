import type { BatchDraft, Section } from '../../domain/model';
import { lessonsOf, type ClassInUse } from '../../domain/week/class-in-use';

export const CLASS_FIELDS = ['batchId', 'course', 'name', 'instructor', 'place', 'lessons', 'cancelledAt'] as const;

/** A published class with the lessons that take place. */
export function ofSection(
  section: Pick<Section, (typeof CLASS_FIELDS)[number] | '_id'>,
  batchTitle: string,
): ClassInUse {
  const { _id: sectionId, batchId, course, name, instructor, place } = section;
  return { sectionId, batchId, batchTitle, course, name, instructor, place, lessons: lessonsOf(section) };
}

export const ofDraft = ({ _id, title, sections }: Pick<BatchDraft, '_id' | 'title' | 'sections'>): ClassInUse[] =>
  sections.map(({ course, name, instructor, place, lessons }) => ({
    batchId: _id,
    batchTitle: title,
    course,
    name,
    instructor,
    place,
    lessons,
  }));
