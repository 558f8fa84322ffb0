import type { Member, Section } from '../model';
import { isNamed } from './names';
import { sameWords } from '../base/written';

/** What a member runs: the sections of the name or the organisation that staff wrote into their invitation. */
export type Runner = Pick<Member, 'roles' | 'instructorName' | 'instructorFor' | 'organisation'>;

type Run = Pick<Section, 'instructor' | 'organisation'>;

/** True where this section is one of the member's own, as instructor or as organisation. */
export const isOwn = (member: Runner, section: Run): boolean => teaches(member, section) || organises(member, section);

/** By name, and where the invitation said of which organisations, by those too: many people share a name. */
const teaches = ({ roles, instructorName, instructorFor }: Runner, section: Run): boolean =>
  roles.includes('instructor') &&
  Boolean(instructorName) &&
  isNamed(instructorName ?? '', section.instructor) &&
  (instructorFor === undefined || instructorFor.some(name => sameWords(name, section.organisation)));

const organises = ({ roles, organisation }: Runner, section: Run): boolean =>
  roles.includes('organisation') && Boolean(organisation) && sameWords(organisation ?? '', section.organisation);

/**
 * What an instructor's invitation makes of the organisations they teach for. One without an organisation means all of that name.
 * A second one for the same name adds its own, unless the first one meant all: then staff have made it narrower.
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
