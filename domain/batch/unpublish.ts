import type { Batch, BatchDraft, OfferedSection, Section } from '../model';
import { offeredBy } from './offered';

/**
 * The draft that a batch would have come from: what stands in its sections now is what counts, with every change since
 * they were published. A section or lesson that was called off is not taken along, nor
 * that one was moved.
 */
export function draftOf(
  batch: Batch,
  sections: readonly Section[],
): Omit<BatchDraft, '_id' | 'createdAt' | 'updatedAt'> {
  const kept = sections.filter(section => section.cancelledAt === undefined).sort((a, b) => (a._id < b._id ? -1 : 1));
  const { terms } = batch;
  return {
    title: batch.title,
    union: batch.union,
    opensAt: batch.opensAt,
    closesAt: batch.closesAt,
    limit: batch.limit ?? null,
    mode: batch.mode ?? 'first-come',
    audience: batch.audience,
    ...(batch.contact ? { contact: batch.contact } : {}),
    dropHours: terms.dropHours,
    freezeHours: terms.freezeHours,
    holidays: terms.holidays,
    sections: kept.map(section => ({ key: section._id.slice(batch._id.length + 1), ...withoutChanges(section) })),
    lastKey: terms.lastKey,
    // No look at the draft as it was before can pass for one at this.
    revision: terms.revision + 1,
  };
}

const withoutChanges = (section: Section): OfferedSection => ({
  ...offeredBy(section),
  lessons: section.lessons.filter(lesson => !lesson.cancelled).map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
});
