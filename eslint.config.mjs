import { readdirSync } from 'node:fs';
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
  'player',
  'rehearse',
  'sample',
  'scripts',
  'server',
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
  player: [],
  src: ['domain', 'charts'],
  cloudfunctions: ['domain', 'server'],
  server: ['domain'],
  // The one door from the functions into the rehearsal.
  'server/rehearsal': ['domain', 'rehearse'],
  rehearse: ['domain', 'charts', 'scripts/crowd'],
};

const others = but => ({
  regex: `^(\\.\\./)+(?!(${but.join('|')})(/|$))(${ALL.join('|')})(/|$)`,
  message: 'This room may not import that one (see ARCHITECTURE.md).',
});
const CONTRACT = {
  regex: '/domain/api(/|$)',
  allowTypeImports: true,
  message: 'The app takes types only from the contract: validators stay on the server.',
};
const SENTENCES = {
  regex: '/domain/base/codes$',
  allowTypeImports: true,
  message: 'Sentences come from the server. Those that the app says by itself are in domain/base/said-by-app.',
};
const NOUN = {
  regex: '^(\\.\\./)+api(/|$)',
  message: 'The contract imports the nouns. What a noun needs to say is said in its own folder.',
};
const SDK = { regex: '^(wx-server-sdk|@cloudbase/node-sdk)$', message: 'Only server/base imports the SDK.' };
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
        ...(room === 'src' ? [CONTRACT, SENTENCES] : []),
        ...(room === 'domain' ? [NOUN] : []),
        ...(room === 'cloudfunctions' || room.startsWith('server') ? [SDK] : []),
        ...(room === 'rehearse' ? [NODE] : []),
      ],
      room === 'rehearse' ? ['rehearse/main.ts', 'rehearse/sources.ts'] : [],
    ),
  ),
  wall(['server/base/**/*.ts'], [others(['server', 'domain'])]),
  ...wallsOfTheApp(),
];

/** Within the app: pages compose features, a feature knows no other, `app` is what every screen has, `ui` knows no noun. */
function wallsOfTheApp() {
  const common = [others(['src', 'domain', 'charts']), CONTRACT, SENTENCES];
  const not = (folders, message) => ({ regex: `^(\\.\\./)+(${folders.join('|')})(/|$)`, message });
  const features = readdirSync(new URL('src/features', import.meta.url));
  const BESIDE = 'What two features need goes to src/app, src/ui or domain, or a page composes them.';
  const room = (name, folders, message) => wall([`src/${name}/**/*.{ts,tsx}`], [...common, not(folders, message)]);
  return [
    room('ui', ['app', 'features', 'pages', 'packages'], 'A part of the kit knows no noun and nothing of the app.'),
    room('app', ['features', 'pages', 'packages'], 'What every screen has knows no feature.'),
    ...features.map(own => {
      const beside = features.filter(name => name !== own);
      return room(`features/${own}`, ['features', 'pages', 'packages', ...beside], BESIDE);
    }),
    wall(
      ['src/pages/**/*.{ts,tsx}', 'src/packages/**/*.{ts,tsx}'],
      [
        ...common,
        // `../x` is the page beside this one, or what its package would share. Sheets of other pages may still be shown.
        {
          regex: '^\\.\\./(?!\\.\\.).*(?<!\\.scss)$',
          message: 'What two pages share goes to src/features, src/app or src/ui.',
        },
        { regex: '(^|/)(pages|packages)/.*(?<!\\.scss)$', message: 'A page imports no other page.' },
      ],
    ),
  ];
}

/** WeChat brings no later library than the phone's own, and people's phones are old. */
const OLD_PHONES = [
  {
    selector:
      'CallExpression[callee.property.name=/^(at|findLast|findLastIndex|toSpliced|toSorted|toReversed|replaceAll|hasOwn|groupBy)$/]',
    message: 'Not there on phones from before 2022. For the last of a list: domain/base/last-of.ts.',
  },
  { selector: "CallExpression[callee.name='structuredClone']", message: 'Not there on phones from before 2022.' },
];

/** Who has a seat is said in one file. What recounts it from outside (tests, torture, bench, the crowd's verdict) does so on purpose. */
const CAPACITY = ":matches(Identifier[name='capacity'], MemberExpression[property.name='capacity'])";
const COUNTED =
  ':matches(Identifier[name=/^(index|at|from|to|count|lineCount)$/], MemberExpression[property.name=/^(length|lineCount)$/], CallExpression)';
const between = (operator, left, right) =>
  `BinaryExpression[operator=${operator}]:has(> ${left}.left):has(> ${right}.right)`;
const ONE_LINE = [
  `CallExpression[callee.property.name='slice'] > ${CAPACITY}.arguments`,
  between('/^[<>]=?$/', CAPACITY, COUNTED),
  between('/^[<>]=?$/', COUNTED, CAPACITY),
  between("'-'", CAPACITY, COUNTED),
  between("'-'", COUNTED, CAPACITY),
  "BinaryExpression[operator='+'] > MemberExpression[property.name='waitlistLimit']",
  `MemberExpression[computed=true] > BinaryExpression.property > ${CAPACITY}.left`,
].map(selector => ({ selector, message: 'Seats and waiting places are told apart in domain/line/line.ts only.' }));

/** The names of a place stand in one table that has a row for every state. */
const HAN = ':matches(Literal[value=/[一-龥]/], TemplateElement[value.raw=/[一-龥]/], JSXText[value=/[一-龥]/])';
const ASKED = ':matches(CallExpression[callee.name=/^is(Seated|Waiting)$/], Identifier[name=/^(seated|waiting)$/])';
const STATE = ":matches(MemberExpression[property.name='state'], Identifier[name='state'], ChainExpression)";
const ONE_TABLE = [
  `BinaryExpression:has(> ${STATE}.left):has(> Literal.right[value=/^(SEATED|WAITING)$/])`,
  `ConditionalExpression:has(> ${ASKED}.test):has(${HAN})`,
  `ConditionalExpression:has(> UnaryExpression.test:has(> ${ASKED})):has(${HAN})`,
].map(selector => ({
  selector,
  message: 'What a place is stands in domain/line/place.ts, and what it is called in domain/line/place-words.ts.',
}));

/** An entry of a line names a key, a holder and an attendee, and most of the time they are one id. So nobody reads an id. */
const ID = 'Property[key.name=/^(memberId|holderId|attendeeId)$/]';
const ENTRIES = ":matches(MemberExpression[property.name='line'], CallExpression[callee.name=/^(seated|waiting)$/])";
const ONE_ENTRY = [
  "MemberExpression[object.name='entry'][property.name=/^(memberId|holderId|attendeeId)$/]",
  `CallExpression[callee.type='MemberExpression']:has(> MemberExpression.callee > ${ENTRIES}.object) > ArrowFunctionExpression > ObjectPattern > ${ID}`,
  `ForOfStatement:has(> ${ENTRIES}.right) > VariableDeclaration > VariableDeclarator > ObjectPattern > ${ID}`,
  "Property[key.name='to'] :matches(ArrayExpression, ArrowFunctionExpression) > ObjectExpression > Property[key.name='memberId']",
  "Property[key.name='memberId'] > CallExpression.value[callee.name='holderOf']",
  'Literal[value=/^(line|lateDrops|seatChanges\\.left)\\.(memberId|holderId|attendeeId)$/]',
].map(selector => ({
  selector,
  message: 'Ask an entry of a line for its key, holder or attendee: domain/line/entry.ts.',
}));
/** These speak of entries of the record. */
const RECORD = ['domain/record/**', 'server/record/**', 'server/privacy/erase/acts.ts', 'domain/line/entry.ts'];

/** A form stops where the contract does. */
const BOUNDS = [
  {
    selector: 'JSXAttribute[name.name=/^(maxLength|maxlength)$/] > JSXExpressionContainer > Literal',
    message: 'A bound of a form comes from domain/bounds.ts, which the contract reads too.',
  },
];

const syntax = (files, restricted, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-syntax': ['error', ...restricted] },
});

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
  syntax(['charts/**/*.ts'], OLD_PHONES),
  syntax(['domain/line/line.ts'], [...OLD_PHONES, ...ONE_ENTRY]),
  syntax(
    ['src/**/*.{ts,tsx}', 'domain/**/*.ts'],
    [...OLD_PHONES, ...ONE_LINE, ...ONE_ENTRY, ...ONE_TABLE, ...BOUNDS],
    ['domain/line/line.ts', 'domain/line/place.ts', ...RECORD],
  ),
  syntax(['domain/line/place.ts'], [...OLD_PHONES, ...ONE_LINE, ...ONE_ENTRY]),
  syntax(['server/**/*.ts', 'cloudfunctions/**/*.ts'], [...ONE_LINE, ...ONE_ENTRY, ...ONE_TABLE], RECORD),
  syntax(RECORD, [...OLD_PHONES, ...ONE_LINE]),
  syntax(['rehearse/**/*.ts'], ONE_LINE),
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
    files: ['tests/player/plain-app/**/*.js'],
    languageOptions: { globals: { App: 'readonly', Page: 'readonly', getApp: 'readonly', wx: 'readonly' } },
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
