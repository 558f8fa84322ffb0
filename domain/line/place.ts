import type { Place, SectionCount } from '../api';
import type { LineEntry, Section } from '../model';

/** As much of a section as a place needs. */
export type Line = Pick<Section, '_id' | 'capacity' | 'line'>;

/** Where the entry at `index` of the line stands: below `capacity` it has a seat, else it waits. */
export function placeAt(section: Line, index: number): Place {
  const entry = section.line[index];
  if (!entry) throw new RangeError(`No entry ${index} in the line of ${section._id}`);
  const seated = index < section.capacity;
  return {
    sectionId: section._id,
    state: seated ? 'SEATED' : 'WAITING',
    number: seated ? index + 1 : index - section.capacity + 1,
    behind: section.line.length - index - 1,
    at: entry.at,
  };
}

/** Where a person stands in a line; `null` for who is not in it. */
export function placeOf(section: Line, memberId: string): Place | null {
  const index = section.line.findIndex(entry => entry.memberId === memberId);
  return index < 0 ? null : placeAt(section, index);
}

/** The entry of a person in a line. (`memberId`, `at`) names it for good. */
export const entryOf = (line: readonly LineEntry[], memberId: string): LineEntry | undefined =>
  line.find(entry => entry.memberId === memberId);

/** So many have a seat. */
export const seatedIn = ({ line, capacity }: Pick<Section, 'line' | 'capacity'>): number =>
  Math.min(line.length, capacity);

/** Nobody moves up any more (冻结). */
export const isFrozen = ({ freezeAt }: Pick<Section, 'freezeAt'>, now: number): boolean =>
  freezeAt !== undefined && now >= freezeAt;

/** Everybody whom a line takes: seats and waiting places. */
export const lineSize = (section: Pick<Section, 'capacity' | 'waitlistLimit'>): number =>
  section.capacity + section.waitlistLimit;

/** The numbers that everybody may see. `lineCount` equals the line's length. */
export function countOf(section: Pick<Section, '_id' | 'capacity' | 'waitlistLimit' | 'lineCount'>): SectionCount {
  const waiting = Math.max(0, section.lineCount - section.capacity);
  return {
    sectionId: section._id,
    seatsLeft: Math.max(0, section.capacity - section.lineCount),
    waiting,
    waitingLeft: Math.max(0, section.waitlistLimit - waiting),
  };
}
