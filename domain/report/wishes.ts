import { stepsOf } from '../wish/due';
import type { Wish } from '../wish/wish';
import type { WishNumbers } from './numbers';
import type { Instants } from './span';

/** How many wishes took each step in this time. */
export function wishNumbers(
  wishes: readonly Pick<Wish, 'at' | 'answer' | 'taken'>[],
  { from, until }: Instants,
): WishNumbers {
  const steps = wishes.map(stepsOf);
  const count = (at: (one: (typeof steps)[number]) => number | null) =>
    steps.filter(one => {
      const when = at(one);
      return when !== null && when >= from && when < until;
    }).length;
  return {
    proposed: count(one => one.proposedAt),
    answered: count(one => one.answeredAt),
    taken: count(one => one.takenAt),
    opened: count(one => one.openedAt),
  };
}
