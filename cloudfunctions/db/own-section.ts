import type { Section } from '../../domain/model';
import { isOwn } from '../../domain/rules/own';
import { isRefused, refuse, type Refused } from '../../domain/rules/refuse';
import { read } from './database';

type Found = Section | Refused<'SECTION_NOT_FOUND'>;

/** A section of a published batch; one that was withdrawn is not found. */
export async function publishedSection(sectionId: string): Promise<Found> {
  const section = await read('sections', sectionId);
  return section && (await read('batches', section.batchId)) ? section : refuse('SECTION_NOT_FOUND');
}

/** One that the member runs; somebody else's is not found. */
export async function ownSection(memberId: string, sectionId: string): Promise<Found> {
  const [section, member] = await Promise.all([publishedSection(sectionId), read('members', memberId)]);
  return isRefused(section) || (member && isOwn(member, section)) ? section : refuse('SECTION_NOT_FOUND');
}
