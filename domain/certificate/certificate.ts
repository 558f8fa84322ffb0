import { MINUTE } from '../base/clock';
import { takesPlace } from '../lesson/held-lessons';
import { isLecture } from '../lesson/lecture';
import type { Batch, Section } from '../model';
import { hasCome, onRoll } from '../roll/on-roll';
import { emptyRoll, type Roll } from '../roll/roll';
import type { CertificateTerms } from './terms';

/**
 * `certificates`: what was true when it was taken. Nothing computes it anew. A later correction shows it to staff, who
 * revoke it or let it stand.
 */
export interface Certificate {
  /** Made by `certificateIdOf`, so that taking it twice gives one. */
  _id: string;
  /** Printed on it (`domain/certificate/code.ts`). */
  code: string;
  memberId: string;
  sectionId: string;
  batchId: string;
  name: string;
  union: string;
  course: string;
  title: string;
  hours: number;
  came: number;
  held: number;
  from: number;
  until: number;
  issuedAt: number;
  /** Its author stands on the record under the id of the act, because a name here would outlive their erasure. */
  revoked?: { at: number; actId: string; reason: string };
}

export const certificateIdOf = (sectionId: string, memberId: string): string => `${sectionId}-${memberId}`;

/** How far somebody is on the way to a certificate. */
export interface Progress {
  /** Lessons that are held, and those that have been closed. Lessons that were called off are neither. */
  held: number;
  closed: number;
  came: number;
  /** The least number of lessons. Twelve lessons at 70 % are nine. */
  needed: number;
  /** 学时 of the lessons that the person came to. */
  hours: number;
}

/** `off`: the batch gives none, or the class is a lecture. `calledOff`: the class was. `running`: a lesson is not closed yet. */
export type ProgressState = 'off' | 'calledOff' | 'running' | 'short' | 'reached';

/** The hours of one lesson, down to halves. */
export const hoursOf = (ms: number, hourMinutes: number): number => Math.floor((ms / MINUTE / hourMinutes) * 2) / 2;

export const neededOf = (held: number, percent: number): number => Math.ceil((held * percent) / 100);

/**
 * Counts the lessons that each person of a class has come to, in whatever capacity: with a seat, with a lent one, or at
 * the door. Leave is no presence. Somebody who joined late is measured by the whole class. Only closed lessons count.
 *
 * @returns `all`: as for somebody who came every time.
 * @param rolls of the class, in any order; a lesson without one was not closed.
 */
export function progressIn(
  section: Section,
  rolls: readonly Roll[],
  { percent, hourMinutes }: CertificateTerms,
): { all: Progress; of: (memberId: string) => Progress; people: string[] } {
  const byLesson = new Map(rolls.map(roll => [roll.lessonIndex, roll]));
  const held = section.lessons.flatMap((lesson, index) =>
    takesPlace(section, lesson) ? [{ lesson, roll: byLesson.get(index) ?? emptyRoll(section, index, lesson) }] : [],
  );
  const closed = held.filter(({ roll }) => roll.closedAt !== null);
  const came = new Map<string, { count: number; hours: number }>();
  for (const { lesson, roll } of closed)
    for (const person of onRoll(section, roll).filter(hasCome)) {
      const { count, hours } = came.get(person.memberId) ?? { count: 0, hours: 0 };
      came.set(person.memberId, {
        count: count + 1,
        hours: hours + hoursOf(lesson.endsAt - lesson.startsAt, hourMinutes),
      });
    }
  const needed = neededOf(held.length, percent);
  return {
    all: { held: held.length, closed: closed.length, came: closed.length, needed, hours: 0 },
    of: memberId => {
      const { count = 0, hours = 0 } = came.get(memberId) ?? {};
      return { held: held.length, closed: closed.length, came: count, needed, hours };
    },
    people: [...came.keys()],
  };
}

/** May somebody take a certificate? A class of which no lesson is left gives none. */
export function stateOf(batch: Pick<Batch, 'certificate'>, section: Section, progress: Progress): ProgressState {
  if (!batch.certificate || isLecture(section)) return 'off';
  if (section.cancelledAt !== undefined) return 'calledOff';
  if (progress.held === 0 || progress.closed < progress.held) return 'running';
  return progress.came >= progress.needed ? 'reached' : 'short';
}

/** A correction since may have taken away what it rests on. A class that has lost its names says nothing of it any more. */
export const isDoubtful = (
  { revoked }: Certificate,
  { anonymousAt }: Pick<Section, 'anonymousAt'>,
  { came, needed }: Progress,
): boolean => !revoked && anonymousAt === undefined && came < needed;
