import { HOUR } from '../clock';
import type { Batch, BatchDraft, Section } from '../model';
import type { SectionDraft } from '../sheet/draft';
import { keyOf } from './publish';
import { factsOf } from './section-facts';

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
  const terms = batch.terms ?? termsOf(kept);
  const keyFor = ({ _id }: Section, index: number) =>
    batch.terms ? _id.slice(batch._id.length + 1) : keyOf(index + 1);
  return {
    title: batch.title,
    union: batch.union,
    opensAt: batch.opensAt,
    closesAt: batch.closesAt,
    limit: batch.limit ?? null,
    mode: batch.mode ?? 'first-come',
    audience: batch.audience,
    dropHours: terms.dropHours,
    freezeHours: terms.freezeHours,
    holidays: terms.holidays,
    sections: kept.map((section, index) => ({ key: keyFor(section, index), ...sectionDraftOf(section) })),
    lastKey: terms.lastKey,
    // No look at the draft as it was before can pass for one at this.
    revision: terms.revision + 1,
  };
}

/** A batch that never was a draft is numbered anew, and has the hours of its first section. */
function termsOf(sections: readonly Section[]): NonNullable<Batch['terms']> {
  const [first] = sections;
  const firstAt = first?.lessons[0]?.startsAt ?? 0;
  const hoursBefore = (at: number) => Math.min(720, Math.max(0, Math.round((firstAt - at) / HOUR)));
  const dropHours = hoursBefore(first?.dropUntil ?? firstAt);
  const freezeHours = Math.min(dropHours, hoursBefore(first?.freezeAt ?? firstAt));
  return { dropHours, freezeHours, holidays: [], lastKey: sections.length, revision: 0 };
}

const sectionDraftOf = (section: Section): SectionDraft => ({
  ...factsOf(section),
  lessons: section.lessons.filter(lesson => !lesson.cancelled).map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
});
