import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** The one stream of pseudo-random numbers behind the sample, crowds, rehearsals and torture: same seed, same numbers. */
export class Random {
  private readonly stream;

  /** @param seed any integer; its lower 32 bits count */
  constructor(seed: number) {
    this.stream = xoroshiro128plus(seed | 0);
  }

  /** In [0, 1). */
  next(): number {
    return uniformFloat64(this.stream);
  }

  /** From 0 (inclusive) to `below` (exclusive). */
  int(below: number): number {
    return this.between(0, below - 1);
  }

  /** From `least` to `most`, both inclusive. */
  between(least: number, most: number): number {
    return uniformInt(this.stream, least, most);
  }

  pick<T>(from: readonly T[]): T {
    const found = from.length ? from[this.int(from.length)] : undefined;
    if (found === undefined) throw new RangeError('Nothing to pick from');
    return found;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** A generator of its own, so that its numbers do not depend on what else is drawn meanwhile. */
  fork(): Random {
    return new Random(this.between(-(2 ** 31), 2 ** 31 - 1));
  }
}
