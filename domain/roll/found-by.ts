import type { Roll } from './roll';
import { peopleOnRoll } from '../privacy/anonymous';

/**
 * The fields by which a roll is found: the people on it, and whether an appeal waits for an answer. Without them,
 * finding one person's rolls would mean reading every roll ever kept.
 */
export function foundBy(roll: Roll): Required<Pick<Roll, 'people' | 'appealOpen'>> {
  const people = [...peopleOnRoll(roll)];
  const had = new Set(roll.people);
  // Keep the same list if nothing changed, so that it is not written again.
  const same = roll.people?.length === people.length && people.every(id => had.has(id));
  return {
    people: same && roll.people ? roll.people : people,
    appealOpen: roll.appeals.some(appeal => appeal.answer === null),
  };
}
