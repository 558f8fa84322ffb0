import type { Roll } from './roll';
import { peopleOnRoll } from '../privacy/anonymous';

/**
 * What a roll is found by: the people on it, and whether somebody waits for an answer to an appeal. Without these two fields
 * everything that asks for one person's rolls would read all rolls there ever were.
 */
export function foundBy(roll: Roll): Required<Pick<Roll, 'people' | 'appealOpen'>> {
  const people = [...peopleOnRoll(roll)];
  const had = new Set(roll.people);
  // The same list where nothing changed, so that it is not written again.
  const same = roll.people?.length === people.length && people.every(id => had.has(id));
  return {
    people: same && roll.people ? roll.people : people,
    appealOpen: roll.appeals.some(appeal => appeal.answer === null),
  };
}
