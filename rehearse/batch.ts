import { DAY } from '../domain/base/clock';
import type { Section } from '../domain/model';

/** The parts of a batch that a rehearsal needs. */
export interface RehearsedBatch {
  title: string;
  sections: { sectionId: string; name: string; capacity: number; waitlistLimit: number }[];
}

/** The stroke on the rehearsal's clock. Any instant does; this one is the evening of a working day. */
export const OPENS_AT = Date.UTC(2027, 2, 1, 12);

interface Offered {
  sectionId: string;
  course: string;
  name: string;
  capacity: number;
  waitlistLimit: number;
  cancelledAt?: number | null;
}

/**
 * Makes a batch of the classes on offer, wherever they come from. Cancelled classes are left out, because nobody taps
 * them.
 */
export const batchOf = (title: string, offered: readonly Offered[]): RehearsedBatch => ({
  title,
  sections: offered
    .filter(one => one.cancelledAt === undefined || one.cancelledAt === null)
    .map(({ sectionId, course, name, capacity, waitlistLimit }) => ({
      sectionId,
      name: course + name,
      capacity,
      waitlistLimit,
    })),
});

/** Empty lines for a rehearsal, as documents that the rules can read. */
export const linesOf = ({ sections }: RehearsedBatch): Section[] =>
  sections.map(({ sectionId, name, capacity, waitlistLimit }) => ({
    _id: sectionId,
    batchId: 'rehearsed',
    course: name,
    category: 'other',
    name: '',
    instructor: '',
    organisation: '',
    place: '',
    schedule: '',
    lessons: [],
    audienceText: '',
    note: '',
    capacity,
    waitlistLimit,
    opensAt: OPENS_AT,
    closesAt: OPENS_AT + DAY,
    dropUntil: OPENS_AT + DAY,
    publishedAt: OPENS_AT - DAY,
    clashIds: [],
    revision: 1,
    line: [],
    lineCount: 0,
    reopensAt: 0,
  }));
