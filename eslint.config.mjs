import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

/** Who may import whom. A room that is not listed here may import anything. */
const ROOMS = {
  charts: {
    mayNot: ['domain', 'src', 'cloudfunctions', 'emulator', 'scripts', 'sample', 'tests', 'bench', 'rehearse'],
  },
  domain: {
    mayNot: ['src', 'cloudfunctions', 'emulator', 'scripts', 'sample', 'tests', 'bench', 'rehearse', 'charts'],
  },
  src: { mayNot: ['cloudfunctions', 'emulator', 'scripts', 'sample', 'tests', 'bench', 'rehearse'] },
  cloudfunctions: { mayNot: ['src', 'emulator', 'scripts', 'sample', 'tests', 'bench', 'rehearse', 'charts'] },
  // The one door from the functions into the rehearsal.
  'cloudfunctions/endpoints/rehearsal': {
    mayNot: ['src', 'emulator', 'scripts', 'sample', 'tests', 'bench', 'charts'],
  },
  // Its core runs in a function too: files and processes are for the command alone.
  rehearse: {
    mayNot: ['src', 'cloudfunctions', 'emulator', 'scripts/start', 'sample', 'tests', 'bench'],
    mayNotNode: true,
    ignores: ['rehearse/main.ts', 'rehearse/sources.ts'],
  },
  emulator: {
    mayNot: ['src', 'cloudfunctions', 'domain', 'scripts', 'sample', 'tests', 'bench', 'rehearse', 'charts'],
  },
};

const walls = Object.entries(ROOMS).map(([room, { mayNot, mayNotNode, ignores = [] }]) => ({
  files: [`${room}/**/*.{ts,tsx}`],
  ignores,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(\\.\\./)+(${mayNot.join('|')})(/|$)`,
            message: `${room}/ may not import this room (see ARCHITECTURE.md).`,
          },
          ...(room === 'src'
            ? [
                {
                  regex: '/domain/contract(/|$)',
                  allowTypeImports: true,
                  message: 'The app takes types only from the contract: validators stay on the server.',
                },
              ]
            : []),
          ...(mayNotNode ? [{ regex: '^node:', message: `Only ${ignores.join(' and ')} read files.` }] : []),
          ...(room.startsWith('cloudfunctions')
            ? [
                {
                  regex: '^wx-server-sdk$',
                  message: 'Only cloudfunctions/db and cloudfunctions/identity import the SDK.',
                },
              ]
            : []),
        ],
      },
    ],
  },
}));

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
      // Inside a transaction `where().update()/remove()/count()` run outside of it and survive a rollback.
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.property.name=/^(update|remove|count)$/][callee.object.callee.property.name='where'][callee.object.callee.object.callee.object.name=/^(t|tx|txn|transaction)$/]",
          message: 'where().update/remove/count carry no transaction id: use doc() inside a transaction.',
        },
      ],
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
  {
    files: ['cloudfunctions/db/**/*.ts', 'cloudfunctions/identity.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: `^(\\.\\./)+(src|emulator|scripts|sample|tests|bench|rehearse|charts)(/|$)` }] },
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
