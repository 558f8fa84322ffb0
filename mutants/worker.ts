import { testsOf } from './collect';
import { runTests } from './run-tests';
import { mutantSwitch, type Hits } from './switch';
import { loadTests } from './test-file';

/** What a test file does without any mutant. */
export interface Measured {
  /**
   * Mutants that are reached while the file is loaded, or by a hook of a whole block. Any test of the file may
   * notice them.
   */
  always: Hits;
  tests: { title: string; ms: number; hits: Hits; error?: string }[];
}

/** A mutant and the tests that reach it, the one that most likely notices it first. */
export interface Trial {
  mutant: string;
  hitLimit: number;
  files: { file: string; tests: number[] }[];
}

/** The test that noticed; `null` = none. */
export type Verdict = { title: string; error: string } | null;

export type Order = { bundles: [string, string][] } | { measure: string } | { trial: Trial };

const bundles = new Map<string, string>();
const bundleOf = (file: string) => bundles.get(file) ?? '';
const wordsOf = (error: unknown) => String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';

async function measure(file: string): Promise<Measured> {
  const counted = (mutantSwitch.mutantCoverage = { static: {} as Hits, perTest: {} as Record<string, Hits> });
  Object.assign(mutantSwitch, { activeMutant: undefined, hitCount: undefined });
  const { root, restore } = loadTests(file, bundleOf(file));
  const all = testsOf(root);
  const tests: Measured['tests'] = [];
  await runTests(root, {
    only: new Set(all),
    idOf: test => `t${all.indexOf(test)}`,
    enough: () => false,
    restore,
    onOutcome: ({ test, ms, error }) => {
      const index = all.indexOf(test);
      const hits = counted.perTest[`t${index}`] ?? {};
      tests[index] = { title: test.title, ms, hits, ...(error === undefined ? {} : { error: wordsOf(error) }) };
    },
  });
  return { always: counted.static, tests };
}

async function tryMutant({ mutant, hitLimit, files }: Trial): Promise<Verdict> {
  let verdict: Verdict = null;
  for (const { file, tests } of files) {
    Object.assign(mutantSwitch, { activeMutant: mutant, hitCount: 0, hitLimit });
    try {
      const { root, restore } = loadTests(file, bundleOf(file));
      const all = testsOf(root);
      await runTests(root, {
        only: new Set(tests.map(index => all[index]).filter(test => test !== undefined)),
        enough: () => verdict !== null,
        restore,
        onOutcome: ({ test, error }) => {
          if (error !== undefined) verdict ??= { title: test.title, error: wordsOf(error) };
        },
      });
      // A rule makes the rows of a table of tests, so with a mutant the table may have other rows.
      if (tests.some(index => !all[index])) verdict ??= { title: file, error: 'a test is gone' };
    } catch (error) {
      verdict ??= { title: file, error: wordsOf(error) };
    }
    if (verdict) return verdict;
  }
  return verdict;
}

async function obey(order: Order): Promise<unknown> {
  if ('bundles' in order) {
    for (const [file, bundle] of order.bundles) bundles.set(file, bundle);
    return null;
  }
  return 'measure' in order ? measure(order.measure) : tryMutant(order.trial);
}

process.on('message', (order: Order) => {
  void obey(order).then(
    answer => process.send?.({ answer }),
    (error: unknown) => process.send?.({ fault: wordsOf(error) }),
  );
});
// What a mutant leaves behind must not end the next one.
process.on('unhandledRejection', () => undefined);
process.on('uncaughtException', () => undefined);
process.on('disconnect', () => process.exit());
