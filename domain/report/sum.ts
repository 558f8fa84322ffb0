import type { Section } from '../model';

/** The numbers of one closed lesson. */
export interface LessonSum {
  startsAt: number;
  minutes: number;
  /** The people who came, guests included: places in the section's `people`. */
  came: number[];
  /** Of those with a seat of the class: who came, and who was absent. */
  present: number;
  absent: number;
  /** At a lecture: of `came`, those without a seat. Absent = none. */
  walkedIn?: number;
  /** At a lecture: people on no list, counted by hand. Absent = none. */
  heads?: number;
}

/** An employer whose people came to a class. */
export interface EmployerSum {
  name: string;
  /** The people who work there: places in the section's `people`. */
  heads: number[];
  /** How many of them have been erased since. Nothing leads from the number to a head. */
  gone: number;
}

/** The sum of the closed lessons of a class. It follows from the class, its rolls and the profiles of who came. */
export interface SectionSum {
  course: string;
  name: string;
  organisation: string;
  instructor: string;
  /** Seats when the first lesson began. */
  seats: number;
  /** Everybody who came to a closed lesson, as short ids one after another (`head.ts`). */
  people: string;
  lessons: LessonSum[];
  employers: EmployerSum[];
  /** The rolls that it was made of: how many, and how many marks they had. A roll only grows, so a newer one has more. */
  rolls: number;
  marks: number;
}

/** The people who were told FULL in a batch and had no place in it when it closed. */
export interface TurnedAway {
  /** Short ids one after another, as in the tallies. */
  people: string;
  atLeast: boolean;
}

/**
 * `sums`: what a batch adds up to, by section. `_id` is the batch's. It is made of what is closed by whoever asks next,
 * a few sections at a time, and a section is made anew when its rolls have grown.
 */
export interface BatchSum {
  _id: string;
  /** The batch's last lesson. The night removes the sum when the batch loses its names. */
  lastLessonAt: number;
  /** When it was last written to. */
  at: number;
  /** Grows with every write, an erasure's among them. A sum that was made of what an erasure has changed since is not stored. */
  revision: number;
  sections: Record<string, SectionSum>;
  /** Absent until the batch takes no claims any more. */
  away?: TurnedAway;
}

/** The part of a class that its sum copies. */
export type Named = Pick<Section, 'course' | 'name' | 'organisation' | 'instructor'>;

/** How far the rolls of a section are closed now. */
export interface RollState {
  rolls: number;
  marks: number;
}

/** Is the sum that is stored the one that would be made now? `state` is `undefined` if no roll is closed. */
export function isCurrent(sum: SectionSum | undefined, section: Named, state: RollState | undefined): boolean {
  if (!sum || !state) return !sum && !state;
  return (
    sum.rolls === state.rolls &&
    sum.marks === state.marks &&
    sum.course === section.course &&
    sum.name === section.name &&
    sum.organisation === section.organisation &&
    sum.instructor === section.instructor
  );
}
