/** A small seeded generator (mulberry32): the same seed gives the same sample. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** From 0 (inclusive) to `below` (exclusive). */
  int(below: number): number;
  pick<T>(from: readonly T[]): T;
}

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number) => Math.floor(next() * below);
  return {
    next,
    int,
    pick: from => {
      const found = from[int(from.length)];
      if (found === undefined) throw new RangeError('Nothing to pick from');
      return found;
    },
  };
}
