import type { Section } from '../model';
import { schedulesClash } from './clash';

/** As much of a section as judging clashes needs. */
export type ClashFacts = Pick<Section, '_id' | 'batchId' | 'lessons' | 'clashIds' | 'revision' | 'cancelledAt'>;

/**
 * The clash ids as they should be, now that a batch has these lessons: of its own sections all of them, of the others'
 * those ids that name this batch. Given are its sections and those of every live batch; answered are the sections whose
 * ids change, each with its new ones in the order given.
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
