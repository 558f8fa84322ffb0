import { mutantSwitch } from './switch';
import { isTest, testsOf, type Block, type Test } from './collect';

/** The id under which the mutants that a test reaches are counted. */
export interface Outcome {
  test: Test;
  ms: number;
  error: unknown;
}

interface Run {
  /** Which tests to run. The hooks of a block run if one of its tests does. */
  only: ReadonlySet<Test>;
  idOf?: (test: Test) => string;
  onOutcome: (outcome: Outcome) => void;
  /** Stops before the next test. */
  enough: () => boolean;
  restore: () => void;
}

/** Runs tests one after the other, with their hooks. If a hook throws, the tests in its block fail. */
export async function runTests(block: Block, run: Run): Promise<void> {
  const mine = testsOf(block).filter(test => run.only.has(test));
  if (mine.length === 0 || run.enough()) return;
  try {
    for (const step of block.hooks.beforeAll) await step();
    for (const child of block.children) {
      if (!isTest(child)) await runTests(child, run);
      else if (run.only.has(child) && !run.enough()) await runTest(child, run);
    }
  } catch (error) {
    for (const test of mine) run.onOutcome({ test, ms: 0, error });
  } finally {
    for (const step of block.hooks.afterAll) await step();
  }
}

/** A block and those around it, the outermost first. */
const around = (block: Block): Block[] => [...(block.parent ? around(block.parent) : []), block];

async function runTest(test: Test, run: Run): Promise<void> {
  const blocks = around(test.block);
  const began = performance.now();
  let error: unknown;
  mutantSwitch.currentTestId = run.idOf?.(test);
  try {
    for (const { hooks } of blocks) for (const step of hooks.beforeEach) await step();
    await test.run();
  } catch (thrown) {
    error = thrown ?? new Error('threw nothing');
  }
  try {
    for (const { hooks } of blocks.reverse()) for (const step of hooks.afterEach) await step();
  } catch (thrown) {
    error ??= thrown;
  }
  mutantSwitch.currentTestId = undefined;
  run.restore();
  run.onOutcome({ test, ms: performance.now() - began, error });
}
