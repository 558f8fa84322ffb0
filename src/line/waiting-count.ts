import type { MyPlace } from '../../domain/api';

/** How many wait in the line where I have a seat, as it stood when I last asked. */
export const waitingBehind = ({ place, section }: MyPlace): number =>
  Math.max(0, place.number + place.behind - section.capacity);
