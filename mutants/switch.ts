/** The global that instrumented code looks at (`INSTRUMENTER_CONSTANTS` of the instrumenter). */
interface Switch {
  activeMutant?: string | undefined;
  /** Whose coverage is counted; outside of a test what runs is `static`. */
  currentTestId?: string | undefined;
  mutantCoverage?: { static: Hits; perTest: Record<string, Hits> } | undefined;
  hitCount?: number | undefined;
  /** A mutant that is met more often throws: most that loop for ever are ended so, at once. */
  hitLimit?: number | undefined;
}
/** How often each mutant was met, by its id. */
export type Hits = Record<string, number>;

const space = globalThis as { __stryker__?: Switch };

/**
 * The one object of this process: instrumented code keeps hold of it.
 */
export const mutantSwitch: Switch = (space.__stryker__ ??= {});
