import type { OfferedSection } from '../model';

/** The adapter from whatever knows a class (a document, a card, the reading of a row) to what staff said of it. */
export const offeredBy = (section: OfferedSection): OfferedSection => ({
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
