/**
 * Whether a sequential system could have given the answers of a concurrent history. This is the search of Wing and
 * Gong with Lowe's memory of states seen. An operation may take its effect at any moment between its call and its
 * answer. The history is linearizable if some order of effects explains every answer.
 *
 * Operations may take several steps (a claim joins, then reads its place). Each step is atomic, and others may come
 * between.
 */
export interface Steps<S> {
  begin: number;
  /** Infinity if no answer came. Then it may take effect at any later moment, or never. */
  end: number;
  /**
   * The possible results of the next step in this state; none if it cannot take place now. `local` is what the
   * operation remembers between its steps, '' at first; `done` ends it.
   */
  step(state: S, local: string): { state: S; local: string; done?: boolean }[];
}

const DONE = '\u0000done';
const MOST_STATES = 500_000;

/**
 * @param nameOf two states with the same name must be the same state.
 * @throws Error if the history is too large to decide.
 */
export function isLinearizable<S>(operations: readonly Steps<S>[], initial: S, nameOf: (state: S) => string): boolean {
  const seen = new Set<string>();
  const stack: { state: S; locals: string[] }[] = [{ state: initial, locals: operations.map(() => '') }];
  for (let now = stack.pop(); now; now = stack.pop()) {
    const { state, locals } = now;
    // The operation that is answered first must have had its effect before anything that began after that answer.
    let firstEnd = Infinity;
    operations.forEach(({ end }, index) => {
      if (locals[index] !== DONE) firstEnd = Math.min(firstEnd, end);
    });
    if (firstEnd === Infinity) return true;
    operations.forEach((operation, index) => {
      const local = locals[index]!;
      if (local === DONE || operation.begin > firstEnd) return;
      for (const next of operation.step(state, local)) {
        const nextLocals = locals.with(index, next.done ? DONE : next.local);
        const name = `${nextLocals.join('\u0001')}\u0002${nameOf(next.state)}`;
        if (seen.has(name)) continue;
        seen.add(name);
        if (seen.size > MOST_STATES) throw new Error(`Too large to decide: ${operations.length} operations`);
        stack.push({ state: next.state, locals: nextLocals });
      }
    });
  }
  return false;
}
