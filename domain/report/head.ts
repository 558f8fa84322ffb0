import { isAnonymous } from '../privacy/anonymous';
import { peopleIn, SHORT_ID, shortId } from '../line/tally';

/**
 * A head stands for a person in the sum of a class. It is short, like the ids of a tally. The head of somebody who is
 * gone keeps the mark of an anonymous id, because that head is counted once for each class.
 */
export const headOf = (memberId: string): string =>
  isAnonymous(memberId) ? memberId.slice(0, SHORT_ID) : shortId(memberId);

export const headsIn: (people: string) => string[] = peopleIn;

/** True for a head that leads to nobody. No other head begins with the mark, because the others are hexadecimal. */
export const isGone = (head: string): boolean => isAnonymous(head);
