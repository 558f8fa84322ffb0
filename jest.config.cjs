/**
 * One runner for everything: `tests/` mirrors the tree. `unit` and `app` need no build; journeys run over HTTP, e2e in a real
 * browser, weapp over the built mini-program.
 */
const babel = [
  'babel-jest',
  {
    configFile: false,
    babelrc: false,
    presets: [
      ['@babel/preset-env', { targets: { node: '20' } }],
      ['@babel/preset-react', { runtime: 'automatic' }],
      '@babel/preset-typescript',
    ],
  },
];

/** Jest runs CommonJS, and these come as ES modules first. */
const d3 = { '^(d3-[a-z-]+)$': '<rootDir>/node_modules/$1/dist/$1.min.js' };

const common = {
  rootDir: __dirname,
  transform: { '\\.[jt]sx?$': babel, '\\.mjs$': babel },
  moduleFileExtensions: ['h5.ts', 'h5.tsx', 'ts', 'tsx', 'js', 'mjs', 'cjs', 'json'],
  transformIgnorePatterns: ['/node_modules/(?!(mingo|bson|lmdb|quick-lru|fast-png|iobuffer)/)', '/dist/'],
};

/** What runs against the bundles: they are built anew first, where their sources changed. */
const built = { globalSetup: '<rootDir>/tests/build-first.cjs' };
/** What a browser opens is built first, too: the app for a browser, the mini-program and its player. */
const opened = { globalSetup: '<rootDir>/tests/build-apps-first.cjs' };
const node = (displayName, testMatch, more) => ({
  ...common,
  displayName,
  testEnvironment: 'node',
  testMatch: testMatch.map(name => `<rootDir>/tests/${name}.test.ts`),
  moduleNameMapper: d3,
  ...more,
});
/** Suites of the server that start the emulator. */
const ON_THE_EMULATOR = [
  'server/cost',
  'server/base/pace',
  'server/line/guards',
  'server/line/ring',
  'server/line/whose',
  'server/privacy/whose',
  'server/report/sums',
];

module.exports = {
  testTimeout: 60_000,
  // Two, as the cores: with three a slow machine lets a browser wait for a minute.
  maxWorkers: 2,
  testSequencer: '<rootDir>/tests/longest-first.cjs',
  projects: [
    node('unit', ['{charts,config,docs,domain,player,rehearse,sample,server,src}/**/*'], {
      testPathIgnorePatterns: ON_THE_EMULATOR.map(name => `<rootDir>/tests/${name}.test.ts`),
    }),
    {
      ...common,
      displayName: 'app',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/tests/src/**/*.test.tsx'],
      moduleNameMapper: {
        ...d3,
        '^@tarojs/components$': '<rootDir>/tests/src/taro-components.tsx',
        '^@tarojs/taro$': '<rootDir>/tests/src/taro.ts',
        // A test presses a confirm as soon as it is there; ui/use-armed.test.tsx has the real wait.
        '/armed-after$': '<rootDir>/tests/src/armed-at-once.ts',
        '\\.(scss|css)$': '<rootDir>/tests/src/no-style.ts',
      },
    },
    node('journeys', ['{bench,emulator,fuzz,journeys,mutants,scripts}/**/*', ...ON_THE_EMULATOR], built),
    node('torture', ['torture/**/*'], built),
    node('e2e', ['e2e/**/*'], opened),
    node('weapp', ['weapp/**/*'], opened),
  ],
};
