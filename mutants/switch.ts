/** The global that instrumented code reads (`INSTRUMENTER_CONSTANTS` of the instrumenter). */
interface Switch {
  activeMutant?: string | undefined;
  /** The test whose coverage is counted. What runs outside of a test is `static`. */
  currentTestId?: string | undefined;
  mutantCoverage?: { static: Hits; perTest: Record<string, Hits> } | undefined;
  hitCount?: number | undefined;
  /** A mutant that is reached more often than this throws. Most mutants that loop for ever end in this way, at once. */
  hitLimit?: number | undefined;
}
/** How often each mutant was reached, by its id. */
export type Hits = Record<string, number>;

const space = globalThis as { __stryker__?: Switch };

/** The one object of this process. It is never replaced, because instrumented code keeps a reference to it. */
export const mutantSwitch: Switch = (space.__stryker__ ??= {});
