import { format } from 'node:util';
import { bind } from 'jest-each';
import { ModuleMocker } from 'jest-mock';
import { expect } from 'expect';

type Step = () => unknown;
type Hook = 'beforeAll' | 'beforeEach' | 'afterEach' | 'afterAll';

export interface Test {
  title: string;
  run: Step;
  block: Block;
}

/** A `describe`, or a whole file. */
export interface Block {
  title: string;
  parent: Block | null;
  hooks: Record<Hook, Step[]>;
  children: (Test | Block)[];
}

const blockOf = (title: string, parent: Block | null): Block => ({
  title,
  parent,
  hooks: { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] },
  children: [],
});

export const isTest = (child: Test | Block): child is Test => 'run' in child;

/** Every test of a block, in their order. */
export const testsOf = (block: Block): Test[] =>
  block.children.flatMap(child => (isTest(child) ? [child] : testsOf(child)));

/**
 * The part of jest's globals that our tests use. What a file registers is collected in `root`, and nothing is run
 * yet. We do without jest because it takes seconds to begin a file, and a mutant is over in a few milliseconds.
 */
export function collector(file: string) {
  const root = blockOf(file, null);
  const mocker = new ModuleMocker(globalThis);
  let open = root;

  const describe = (title: string, body: () => void) => {
    const block = blockOf(format(title), open);
    open.children.push(block);
    open = block;
    try {
      body();
    } finally {
      open = block.parent ?? root;
    }
  };
  const test = (title: string, run: Step) => void open.children.push({ title, run, block: open });
  const hook = (name: Hook) => (step: Step) => void open.hooks[name].push(step);
  const each = (callback: typeof test) => bind(callback as Parameters<typeof bind>[0], false);
  const globals = {
    describe: Object.assign(describe, { each: each(describe as typeof test) }),
    test: Object.assign(test, { each: each(test) }),
    expect,
    beforeAll: hook('beforeAll'),
    beforeEach: hook('beforeEach'),
    afterEach: hook('afterEach'),
    afterAll: hook('afterAll'),
    jest: {
      fn: mocker.fn.bind(mocker),
      spyOn: mocker.spyOn.bind(mocker),
      restoreAllMocks: () => mocker.restoreAllMocks(),
    },
  };
  return { root, globals, restore: () => mocker.restoreAllMocks() };
}
