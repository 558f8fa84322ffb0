import type { Member, Section } from '../model';

/** What a member runs: the sections of the name or the organisation that staff wrote into their invitation. */
export type Runner = Pick<Member, 'roles' | 'instructorName' | 'organisation'>;

/** True where this section is one of the member's own, as instructor or as organisation. */
export const isOwn = (member: Runner, section: Pick<Section, 'instructor' | 'organisation'>): boolean =>
  ownBy(member).some(([field, name]) => section[field] === name);

/** The fields of a section by which it is the member's own; none for who runs nothing. */
export function ownBy({ roles, instructorName, organisation }: Runner): ['instructor' | 'organisation', string][] {
  const by: ['instructor' | 'organisation', string][] = [];
  if (roles.includes('instructor') && instructorName) by.push(['instructor', instructorName]);
  if (roles.includes('organisation') && organisation) by.push(['organisation', organisation]);
  return by;
}
