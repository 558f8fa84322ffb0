import type { OfferedSection } from '../model';

/** More seats than a room holds may be meant, because some stay away. Above this share of the room it is a mistake. */
const MOST_PERCENT = 120;

export interface Crowding {
  /** The class is refused, and not only to be looked at. */
  refused: boolean;
  /** The end of a sentence about the number of seats. */
  text: string;
}

/** The sentence about a class with more seats than its room holds; `undefined` if they fit or nobody knows. */
export function crowding({
  capacity,
  roomCapacity,
}: Pick<OfferedSection, 'capacity' | 'roomCapacity'>): Crowding | undefined {
  if (!roomCapacity || capacity <= roomCapacity) return undefined;
  const most = Math.floor((roomCapacity * MOST_PERCENT) / 100);
  return capacity > most
    ? { refused: true, text: `${capacity} 个名额太多，场地只能坐 ${roomCapacity} 人，名额最多 ${most}` }
    : { refused: false, text: `${capacity} 个名额比场地容量 ${roomCapacity} 多，请核对坐不坐得下` };
}
