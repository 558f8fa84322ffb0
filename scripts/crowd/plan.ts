import { Random } from './random';

/** A synthetic crowd, and what each person taps. It follows from the seed, so that a run can be repeated. */

export interface CrowdPlan {
  /** For each person an index into the sections. */
  choice: Uint16Array;
}

/** Numbers in [0, 1), the same for the same seed. */
export function seeded(seed: number): () => number {
  const random = new Random(seed);
  return () => random.next();
}

/**
 * Demand is skewed: the most wanted section draws about twice as many people as the second, as the unions' numbers
 * show.
 */
export function planCrowd(people: number, sections: number, seed: number): CrowdPlan {
  const random = seeded(seed);
  const rank = Array.from({ length: sections }, (_, i) => i);
  for (let i = rank.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [rank[i], rank[j]] = [rank[j]!, rank[i]!];
  }
  const weight = rank.map(position => 1 / (position + 1));
  const total = weight.reduce((sum, w) => sum + w, 0);
  const choice = new Uint16Array(people);
  for (let person = 0; person < people; person++) {
    let left = random() * total;
    let section = 0;
    while (section < sections - 1 && (left -= weight[section]!) > 0) section++;
    choice[person] = section;
  }
  return { choice };
}
