import type { BatchCard, MyPlace, Place, SectionCard } from '../../../domain/api';
import { question } from '../memory/asked';

/** My places in all lines. */
export const mine = question('line.mine', {});

/** Stores the place that a claim answered with. The answer is complete, so nothing is fetched again. */
export function keepPlace(place: Place, section: SectionCard, batch: BatchCard, clearedSectionIds: string[]): void {
  mine.put(known => {
    const gone = new Set([place.sectionId, ...clearedSectionIds]);
    const others = (known?.places ?? []).filter(one => !gone.has(one.place.sectionId));
    return { ...known, places: [...others, { place, section, batch: shortOf(batch) }] };
  });
}

/** The part of a batch that stands beside a place. */
const shortOf = ({ batchId, title, union, categories, contact, contactName }: BatchCard): MyPlace['batch'] => ({
  batchId,
  title,
  union,
  categories,
  ...(contact === undefined ? {} : { contact }),
  ...(contactName === undefined ? {} : { contactName }),
});

export function losePlace(sectionId: string): void {
  mine.put(known => known && { ...known, places: known.places.filter(one => one.place.sectionId !== sectionId) });
}

export const placeIn = (places: MyPlace[] | undefined, sectionId: string): Place | undefined =>
  places?.find(one => one.place.sectionId === sectionId)?.place;
