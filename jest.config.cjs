/** One runner for everything: `tests/` mirrors the tree; journeys run over HTTP, e2e in a real browser. */
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
  transformIgnorePatterns: ['/node_modules/(?!(mingo|bson|lmdb)/)', '/dist/'],
};

module.exports = {
  testTimeout: 60_000,
  maxWorkers: 2,
  globalSetup: '<rootDir>/tests/build-first.cjs',
  projects: [
    {
      ...common,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      moduleNameMapper: d3,
    },
    {
      ...common,
      displayName: 'app',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/tests/src/**/*.test.tsx'],
      moduleNameMapper: {
        ...d3,
        '^@tarojs/components$': '<rootDir>/tests/src/taro-components.tsx',
        '^@tarojs/taro$': '<rootDir>/tests/src/taro.ts',
        // A test presses a confirm as soon as it is there; parts/submit.test.tsx has the real wait.
        '/armed-after$': '<rootDir>/tests/src/armed-at-once.ts',
        '\\.(scss|css)$': '<rootDir>/tests/src/no-style.ts',
      },
    },
  ],
};
