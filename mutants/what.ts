/** What is mutated, and which tests must notice. No other file names folders. */
export interface Room {
  /** Folders or files whose code is mutated. */
  sources: readonly string[];
  /** Files of these folders that are left out, because journeys hold them and not the tests below. */
  without?: RegExp;
  /** Folders or files of tests. For a mutant only the tests that reach it run. */
  tests: readonly string[];
  mutations: readonly Mutation[];
  /** The smallest share, in percent, of the mutants that a test must notice. */
  goal: number;
}

/** Names of the instrumenter's mutators; the last three are our own (`own-mutators.mjs`). */
export type Mutation =
  | 'ArithmeticOperator'
  | 'ArrayDeclaration'
  | 'AssignmentOperator'
  | 'BooleanLiteral'
  | 'ConditionalExpression'
  | 'EqualityOperator'
  | 'LogicalOperator'
  | 'MethodExpression'
  | 'OptionalChaining'
  | 'UnaryOperator'
  | 'UpdateOperator'
  | 'Ternary'
  | 'GuardCondition'
  | 'GuardBoundary';

/** Every branch, boundary and condition. Strings, patterns and whole blocks are left alone. */
const BRANCHES: readonly Mutation[] = [
  'ArithmeticOperator',
  'ArrayDeclaration',
  'AssignmentOperator',
  'BooleanLiteral',
  'ConditionalExpression',
  'EqualityOperator',
  'LogicalOperator',
  'MethodExpression',
  'OptionalChaining',
  'UnaryOperator',
  'UpdateOperator',
  'Ternary',
];

export const ROOMS: readonly Room[] = [
  {
    sources: [
      'server/base',
      'server/line',
      'server/lesson',
      'server/people',
      'server/draft/write-draft.ts',
      'server/privacy',
      'server/roll/append-marks.ts',
      'server/telling/consent.ts',
      'server/telling/deliver.ts',
      'server/telling/read-notices.ts',
      'server/telling/send-due.ts',
      'server/telling/tell-newcomers.ts',
    ],
    tests: ['line/guards', 'line/ring', 'line/whose', 'privacy/whose'].map(name => `tests/server/${name}.test.ts`),
    mutations: ['GuardCondition', 'GuardBoundary'],
    goal: 95,
  },
  {
    sources: [
      'domain/attendance',
      'domain/base',
      'domain/batch',
      'domain/change',
      'domain/draft',
      'domain/lesson',
      'domain/line',
      'domain/link',
      'domain/people',
      'domain/privacy',
      'domain/record',
      'domain/roll',
      'domain/telling',
    ],
    without: /\/(attempt|collections|own-rows)\.ts$/,
    tests: ['tests/domain'],
    mutations: BRANCHES,
    goal: 90,
  },
  {
    sources: ['domain/sheet'],
    tests: ['tests/domain', 'tests/server/sheet/authors.test.ts', 'tests/server/sheet/excel.test.ts'],
    mutations: BRANCHES,
    goal: 90,
  },
];

/** A room made up on the command line, for the fixture of the tool's own test. */
export const roomOf = (sources: string, tests: string): Room => ({
  sources: [sources],
  tests: [tests],
  mutations: [...BRANCHES, 'GuardCondition', 'GuardBoundary'],
  goal: 0,
});
