import type { SectionDraft } from '../sheet/draft';

/** What staff say of a section, out of a document or a card that says more. */
export const factsOf = (section: SectionDraft): SectionDraft => ({
  course: section.course,
  category: section.category,
  name: section.name,
  instructor: section.instructor,
  organisation: section.organisation,
  place: section.place,
  schedule: section.schedule,
  lessons: section.lessons,
  audienceText: section.audienceText,
  note: section.note,
  capacity: section.capacity,
  waitlistLimit: section.waitlistLimit,
});
