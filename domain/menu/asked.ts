import { sameWords } from '../base/written';
import type { Lesson, OfferedSection } from '../model';
import { isOwn, type Runner } from '../people/own';
import type { Asked } from './ask';

type Named = Pick<OfferedSection, 'organisation' | 'instructor'>;
type WithAsk = Named & Pick<OfferedSection, 'asked'>;
type Timed = WithAsk & { lessons: readonly Pick<Lesson, 'startsAt' | 'endsAt'>[] };

const samePeople = (one: Named, other: Named): boolean =>
  sameWords(one.organisation, other.organisation) && sameWords(one.instructor, other.instructor);

/** The ask that holds for a class: one of other people than it names now holds no longer. */
export const askOf = ({ asked, ...section }: WithAsk): Asked | undefined =>
  asked && samePeople(asked, section) ? asked : undefined;

/** The ask of this class if it is for this member to answer: they would run the class. */
export const askFor = (member: Runner, section: WithAsk): Asked | undefined =>
  isOwn(member, section) ? askOf(section) : undefined;

/** An ask without an answer. */
export const askNow = ({ organisation, instructor }: Named, now: number): Asked => ({
  at: now,
  organisation,
  instructor,
  answer: null,
});

const sameTimes = (one: Timed['lessons'], other: Timed['lessons']): boolean =>
  one.length === other.length &&
  one.every(({ startsAt, endsAt }, index) => startsAt === other[index]?.startsAt && endsAt === other[index].endsAt);

/**
 * A class of a draft after it was edited, with the ask that it then has. An answer is to a time, so other lessons ask
 * anew. It is of the people who were asked, so for other people there is no ask.
 */
export function withAsk<S extends Timed>(after: S, before: Timed | undefined, now: number): S {
  const { asked: written, ...rest } = after;
  const asked = askOf({ ...after, asked: written ?? before?.asked });
  if (!asked) return rest as S;
  const holds = before === undefined || sameTimes(before.lessons, after.lessons);
  return { ...after, asked: holds ? asked : askNow(after, now) };
}

/** Those who are asked, as staff name them: the organisation, or else the instructor. */
export const nameOfAsked = ({ organisation, instructor }: Named): string => organisation || instructor;
