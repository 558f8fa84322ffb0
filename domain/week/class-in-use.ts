import { takesPlace } from '../lesson/held-lessons';
import type { Section } from '../model';
import { peopleIn, placeKey } from '../sheet/check';

/** A class of a draft or of a published batch, with what it uses: a room, instructors, hours. */
export interface ClassInUse extends Pick<Section, 'course' | 'name' | 'instructor' | 'place' | 'lessons'> {
  /** Of a draft: the batch that it will be. */
  batchId: string;
  batchTitle: string;
  /** Absent for a class of a draft. */
  sectionId?: string;
}

/** A room or a person that a class needs for itself. */
export interface Use {
  kind: 'room' | 'person';
  /** As this class writes it. */
  name: string;
  /** Equal for two spellings of the same room or person. */
  key: string;
}

/** A class without a place uses no room, and one online neither. */
export function usesOf({ instructor, place }: Pick<ClassInUse, 'instructor' | 'place'>): Use[] {
  const room = placeKey(place);
  return [
    ...(room === '' ? [] : [{ kind: 'room' as const, name: place, key: `r ${room}` }]),
    ...peopleIn(instructor).map(({ name, key }) => ({ kind: 'person' as const, name, key: `p ${key}` })),
  ];
}

/** The lessons that take place. */
export const lessonsOf = (section: Pick<Section, 'lessons' | 'cancelledAt'>): Section['lessons'] =>
  section.lessons.filter(lesson => takesPlace(section, lesson));
