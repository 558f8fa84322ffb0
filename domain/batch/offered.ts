import type { OfferedSection } from '../model';

/**
 * Reduces anything that describes a class (a document, a card, the reading of a row) to the fields that staff enter.
 */
export const offeredBy = (section: OfferedSection): OfferedSection => ({
  ...(section.kind ? { kind: section.kind } : {}),
  ...(section.walkInFrom === undefined ? {} : { walkInFrom: section.walkInFrom }),
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
  ...(section.bring ? { bring: section.bring } : {}),
  ...(section.roomCapacity ? { roomCapacity: section.roomCapacity } : {}),
  ...(section.invited ? { invited: section.invited } : {}),
});
