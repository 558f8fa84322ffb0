import type { Lesson, Member, Section } from '../model';
import { isNamed } from './names';
import { sameWords } from '../base/written';

/**
 * The fields that decide which sections a member runs: those of the name or the organisation that staff wrote into
 * their invitation.
 */
export type Runner = Pick<Member, 'roles' | 'instructorName' | 'instructorFor' | 'organisation'>;

type Run = Pick<Section, 'instructor' | 'organisation'>;

/** True if the member runs this section, as instructor or as organisation. */
export const isOwn = (member: Runner, section: Run): boolean => teaches(member, section) || organises(member, section);

/**
 * True if the member stands in for the instructor at this lesson. Staff named them for it, so it does not matter for
 * which organisations they teach otherwise.
 */
export const standsIn = ({ roles, instructorName }: Runner, { by }: Pick<Lesson, 'by'>): boolean =>
  by !== undefined && roles.includes('instructor') && Boolean(instructorName) && isNamed(instructorName ?? '', by);

/** Compares names and, if the invitation said which organisations, those too, because many people share a name. */
const teaches = ({ roles, instructorName, instructorFor }: Runner, section: Run): boolean =>
  roles.includes('instructor') &&
  Boolean(instructorName) &&
  isNamed(instructorName ?? '', section.instructor) &&
  (instructorFor === undefined || instructorFor.some(name => sameWords(name, section.organisation)));

const organises = ({ roles, organisation }: Runner, section: Run): boolean =>
  roles.includes('organisation') && Boolean(organisation) && sameWords(organisation ?? '', section.organisation);

/**
 * The organisations that an instructor teaches for after accepting an invitation. An invitation without an organisation
 * means any organisation (`undefined`). A second invitation for the same name adds its organisation. If the first one
 * meant any, the second one narrows it, because staff have been more precise.
 */
export function instructorForAfter(
  before: Runner | null,
  invite: { name: string; organisation: string },
): string[] | undefined {
  if (!invite.organisation) return undefined;
  const had = before?.roles.includes('instructor') && isNamed(before.instructorName ?? '', invite.name);
  const organisations = (had && before?.instructorFor) || [];
  return [...organisations.filter(name => !sameWords(name, invite.organisation)), invite.organisation];
}
