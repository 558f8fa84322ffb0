import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { globsToMatcher } from 'jest-util';

/** A test file that no project takes never runs; one that two take runs twice, once in the wrong surroundings. */
const ROOT = join(__dirname, '../..');
const withRoot = (text: string) => text.replaceAll('<rootDir>', ROOT);

interface Project {
  displayName: string;
  testMatch: string[];
  testPathIgnorePatterns?: string[];
}

/** The names of the projects that take a file, as jest decides it. */
function takersOf(projects: readonly Project[]): (file: string) => string[] {
  const takers = projects.map(({ displayName, testMatch, testPathIgnorePatterns = ['/node_modules/'] }) => {
    const matches = globsToMatcher(testMatch.map(withRoot));
    const passedOver = testPathIgnorePatterns.map(pattern => new RegExp(withRoot(pattern)));
    return { displayName, takes: (file: string) => matches(file) && !passedOver.some(one => one.test(file)) };
  });
  return file => takers.filter(one => one.takes(file)).map(one => one.displayName);
}

const files = readdirSync(join(ROOT, 'tests'), { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && /\.test\.[mc]?[jt]sx?$/.test(entry.name))
  .map(entry => join(entry.parentPath, entry.name));
const { projects } = jest.requireActual<{ projects: Project[] }>('../../jest.config.cjs');

test('every test file belongs to exactly one project', () => {
  const takers = takersOf(projects);
  const wrong = files
    .map(file => [relative(ROOT, file), takers(file)] as const)
    .filter(([, names]) => names.length !== 1);

  expect(files.length).toBeGreaterThan(200);
  expect(wrong).toEqual([]);
});

test('every project has test files', () => {
  const used = new Set(files.flatMap(takersOf(projects)));
  expect(projects.map(one => one.displayName).filter(name => !used.has(name))).toEqual([]);
});

test('control: a file in a folder that no project knows, and one that two know, are seen', () => {
  const takers = takersOf([...projects, { displayName: 'again', testMatch: ['<rootDir>/tests/docs/**/*.test.ts'] }]);

  expect(takers(join(ROOT, 'tests/new-room/first.test.ts'))).toEqual([]);
  expect(takers(join(ROOT, 'tests/docs/first.test.ts'))).toEqual(['unit', 'again']);
});
