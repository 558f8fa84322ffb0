import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

const ALL = [
  'bench',
  'charts',
  'cloudfunctions',
  'domain',
  'emulator',
  'mutants',
  'rehearse',
  'sample',
  'scripts',
  'src',
  'tests',
  'torture',
];

/** Who may import whom, as ARCHITECTURE.md has it. A room that is not listed may import anything. */
const ROOMS = {
  charts: [],
  domain: [],
  emulator: [],
  mutants: [],
  src: ['domain', 'charts'],
  cloudfunctions: ['domain'],
  // The one door from the functions into the rehearsal.
  'cloudfunctions/endpoints/rehearsal': ['domain', 'rehearse'],
  rehearse: ['domain', 'charts', 'scripts/crowd'],
};

const others = but => ({
  regex: `^(\\.\\./)+(?!(${but.join('|')})(/|$))(${ALL.join('|')})(/|$)`,
  message: 'This room may not import that one (see ARCHITECTURE.md).',
});
const CONTRACT = {
  regex: '/domain/contract(/|$)',
  allowTypeImports: true,
  message: 'The app takes types only from the contract: validators stay on the server.',
};
const SDK = { regex: '^wx-server-sdk$', message: 'Only cloudfunctions/db and cloudfunctions/identity import the SDK.' };
const NODE = { regex: '^node:', message: 'It runs in a function, too: only its command reads files.' };

const wall = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});
const walls = [
  ...Object.entries(ROOMS).map(([room, may]) =>
    wall(
      [`${room}/**/*.{ts,tsx}`],
      [
        others([room.split('/')[0], ...may]),
        ...(room === 'src' ? [CONTRACT] : []),
        ...(room.startsWith('cloudfunctions') ? [SDK] : []),
        ...(room === 'rehearse' ? [NODE] : []),
      ],
      room === 'rehearse' ? ['rehearse/main.ts', 'rehearse/sources.ts'] : [],
    ),
  ),
  wall(['cloudfunctions/db/**/*.ts', 'cloudfunctions/identity.ts'], [others(['cloudfunctions', 'domain'])]),
];

export default ts.config(
  { ignores: ['dist/', 'node_modules/', '.data/', '.cache/', 'coverage/', 'scripts/weapp-check/node_modules/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  ...walls,
  {
    // What runs on phones: WeChat brings no later library than the phone's own, and people's phones are old.
    files: ['src/**/*.{ts,tsx}', 'charts/**/*.ts', 'domain/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.property.name=/^(at|findLast|findLastIndex|toSpliced|toSorted|toReversed|replaceAll|hasOwn|groupBy)$/]',
          message: 'Not there on phones from before 2022. For the last of a list: domain/last-of.ts.',
        },
        { selector: "CallExpression[callee.name='structuredClone']", message: 'Not there on phones from before 2022.' },
      ],
    },
  },
  { files: ['src/**/*.tsx'], plugins: { 'react-hooks': hooks }, rules: hooks.configs.recommended.rules },
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
      },
    },
  },
  {
    files: ['**/*.{cjs,js}'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { require: 'readonly', module: 'writable', exports: 'writable', __dirname: 'readonly' },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
