import type { SectionCard } from '../../../domain/api';
import { attendance } from '../../app/known/attendance';
import { mine } from '../../app/known/places';

/** A class as this phone remembers it: one of mine, or one that lent me a seat. */
export function sectionKnown(sectionId: string): SectionCard | undefined {
  const places = mine.store.getState().data?.places ?? [];
  const lent = attendance.store.getState().data?.lent ?? [];
  return [...places, ...lent].find(one => one.section.sectionId === sectionId)?.section;
}
