import type { Section } from '../../domain/model';
import { keysIn } from '../../domain/people/names';
import { isOwn, standsIn, type Runner } from '../../domain/people/own';
import { isRefused, refuse, type Refused } from '../../domain/base/refuse';
import { wordsKey } from '../../domain/base/written';
import { _, read } from '../base/database';
import { like } from '../base/like';

type Found = Section | Refused<'SECTION_NOT_FOUND'>;

/** A section of a published batch; one that was withdrawn is not found. */
export async function publishedSection(sectionId: string): Promise<Found> {
  const section = await read('sections', sectionId);
  return section && (await read('batches', section.batchId)) ? section : refuse('SECTION_NOT_FOUND');
}

/** A section that the member runs; somebody else's is not found. */
export async function ownSection(memberId: string, sectionId: string): Promise<Found> {
  const [section, member] = await Promise.all([publishedSection(sectionId), read('members', memberId)]);
  return isRefused(section) || (member && isOwn(member, section)) ? section : refuse('SECTION_NOT_FOUND');
}

export interface Owned {
  /**
   * A condition for `find`: it finds all of the member's own sections, those with a lesson at which they stand in, and a
   * few others.
   */
  maybe: ReturnType<typeof _.or>;
  is(section: Pick<Section, 'instructor' | 'organisation'>): boolean;
  /** The lessons of somebody else's section at which the member stands in. */
  standsInAt(section: Pick<Section, 'lessons'>): number[];
}

/** The sections that the member runs; `undefined` for somebody who runs none. One operation. */
export async function ownedBy(memberId: string): Promise<Owned | undefined> {
  const member = await read('members', memberId);
  const maybe = member ? maybeOwn(member) : [];
  if (!member || maybe.length === 0) return undefined;
  return {
    maybe: _.or(maybe),
    is: section => isOwn(member, section),
    standsInAt: ({ lessons }) => lessons.flatMap((lesson, index) => (standsIn(member, lesson) ? [index] : [])),
  };
}

const maybeOwn = ({ roles, instructorName = '', organisation = '' }: Runner) => [
  ...(roles.includes('instructor')
    ? keysIn(instructorName).flatMap(key => [{ instructor: like(key) }, { 'lessons.by': like(key) }])
    : []),
  ...(roles.includes('organisation') && organisation ? [{ organisation: like(wordsKey(organisation)) }] : []),
];
