import type { Section } from '../model';
import { schedulesClash } from './clash';

/** The part of a section that is needed to judge clashes. */
export type ClashFacts = Pick<Section, '_id' | 'batchId' | 'lessons' | 'clashIds' | 'revision' | 'cancelledAt'>;

/**
 * Returns the clash ids that follow from the lessons a batch now has. For the batch's own sections all ids are found
 * anew; for other sections only the ids that name this batch. `sections` holds its sections and those of every live
 * batch. Only sections whose ids change are returned, each with its new ids, in the order given.
 */
export function clashLinks<S extends ClashFacts>(sections: readonly S[], batchId: string): S[] {
  // A class that was called off clashes with nothing.
  const held = sections.map(section => (section.cancelledAt === undefined ? section : { ...section, lessons: [] }));
  const own = held.filter(section => section.batchId === batchId);
  const isOwn = (id: string) => id.startsWith(`${batchId}-`);
  return sections.flatMap((section, index) => {
    const { lessons } = held[index] ?? section;
    const against = section.batchId === batchId ? held : own;
    const found = against
      .filter(other => other._id !== section._id && schedulesClash(lessons, other.lessons))
      .map(other => other._id);
    const kept = section.batchId === batchId ? [] : section.clashIds.filter(id => !isOwn(id));
    const clashIds = [...kept, ...found];
    return isSame(clashIds, section.clashIds) ? [] : [{ ...section, clashIds }];
  });
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every(id => b.includes(id));
